import { checkRule } from '../../../testing/check-rule.ts';

const login =
  'POST https://op.test/token grant_type=client_credentials&client_id=c&client_secret=x -> 200 {"access_token":"t"}';
const call = (status: number, challenge: string): string =>
  `GET https://api.test/x [Authorization: Bearer t] -> ${status} [WWW-Authenticate: ${challenge}] `;

const signIn = (scope: string, number: number, redemption = `200 {"access_token":"t${number}"}`): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s${number}&scope=${scope} -> 302 https://app.test/cb?code=k-${number}&state=s${number}
   POST https://op.test/token grant_type=authorization_code&client_id=c&code=k-${number}&redirect_uri=https://app.test/cb -> ${redemption}`;
const refused = (scope = ''): string =>
  `GET https://api.test/x [Authorization: Bearer t1] -> 403 [WWW-Authenticate: Bearer error="insufficient_scope"${scope}] `;
const lacks = { severity: 'error', cause: undefined, says: /lacks a scope/ } as const;
const dealtWith = { severity: 'info', cause: undefined, says: /then asked the server/ } as const;

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
    'the next login asks for it': {
      ...dealtWith,
      trace: `${signIn('read', 1)}\n${refused(', scope="write"')}\n${signIn('read+write', 2)}`,
    },
    'the next login asks for it by the API’s full name': {
      ...dealtWith,
      trace: `${signIn('read', 1)}\n${refused(', scope="write"')}\n${signIn('https://api.test/write', 2)}`,
    },
    'the next login asks for more, of what the API did not name': {
      ...dealtWith,
      trace: `${signIn('read', 1)}\n${refused()}\n${signIn('read+write', 2)}`,
    },
    'a refresh asks for it': {
      ...dealtWith,
      trace: `${signIn('read', 1, '200 {"access_token":"t1","refresh_token":"r1"}')}\n${refused(', scope="write"')}
        POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r1&scope=write -> 200 {"access_token":"t2"}`,
    },
    'the next login asks for the same again': {
      ...lacks,
      trace: `${signIn('read', 1)}\n${refused()}\n${signIn('read', 2)}`,
    },
    'the next login asks for something else': {
      ...lacks,
      trace: `${signIn('read', 1)}\n${refused(', scope="write"')}\n${signIn('read+delete', 2)}`,
    },
    'the next login is refused': {
      ...lacks,
      trace: `${signIn('read', 1)}\n${refused(', scope="write"')}\n${signIn('read+write', 2, '400 {"error":"invalid_grant"}')}`,
    },
    'a login that asks for it came before': {
      ...lacks,
      trace: `${signIn('read+write', 2)}\n${signIn('read', 1)}\n${refused(', scope="write"')}`,
    },
    'a login that asks for it comes an hour later': {
      ...lacks,
      trace: `${signIn('read', 1)}\n${refused(', scope="write"')}\n${signIn('read+write', 2).replace('state=s2\n', 'state=s2 @3600s\n')}`,
    },
  },
  silent: {
    'a 403 without a challenge is the API’s own': `${login}\nGET https://api.test/x [Authorization: Bearer t] -> 403 {"message":"not yours"}`,
    'another challenge': `${login}\n${call(401, 'Bearer error="invalid_token"')}`,
  },
});
