import { checkRule } from '../../../testing/check-rule.ts';

const login =
  'POST https://op.test/token grant_type=client_credentials&client_id=c&client_secret=x -> 200 {"access_token":"t"}';
const call = (status: number, challenge: string): string =>
  `GET https://api.test/x [Authorization: Bearer t] -> ${status} [WWW-Authenticate: ${challenge}] `;

checkRule('insufficient-scope', {
  fails: {
    'the API says which': {
      trace: `${login}\n${call(403, 'Bearer error="insufficient_scope", scope="write"')}`,
      severity: 'error',
      cause: undefined,
    },
    'userinfo says so': {
      trace: `${login}\nGET https://op.test/userinfo [Authorization: Bearer t] -> 403 [WWW-Authenticate: Bearer error="insufficient_scope"] `,
      severity: 'error',
      cause: 'insufficient_scope',
    },
  },
  silent: {
    'a 403 without a challenge is the API’s own': `${login}\nGET https://api.test/x [Authorization: Bearer t] -> 403 {"message":"not yours"}`,
    'another challenge': `${login}\n${call(401, 'Bearer error="invalid_token"')}`,
  },
});
