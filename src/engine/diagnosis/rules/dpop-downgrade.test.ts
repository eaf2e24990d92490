import { checkRule } from '../../../testing/check-rule.ts';

const login = (type: string): string =>
  `POST https://op.test/token [DPoP: x] grant_type=authorization_code&client_id=c&code=k -> 200 {"access_token":"t","token_type":"${type}"}`;
const call = (scheme: string, answer: string): string =>
  `GET https://op.test/userinfo [Authorization: ${scheme} t] -> ${answer}`;

checkRule('dpop-downgrade', {
  fails: {
    'a bound token is sent as Bearer': {
      trace: `${login('DPoP')}\n${call('Bearer', '401 [WWW-Authenticate: DPoP error="invalid_token"] ')}`,
      severity: 'error',
      cause: 'access_token_invalid',
      says: /another scheme/,
    },
    'an unbound token is sent as DPoP': {
      trace: `${login('Bearer')}\n${call('DPoP', '401 [WWW-Authenticate: Bearer error="invalid_token"] ')}`,
      severity: 'error',
      cause: 'access_token_invalid',
    },
    'the server binds no access token': { trace: login('Bearer'), severity: 'info', cause: undefined },
  },
  silent: {
    'an API that knows Bearer alone asks for it (RFC 9449 §7.2)': `${login('Bearer').replace('[DPoP: x] ', '')}\nGET https://api.test/x [Authorization: Bearer t] -> 200 {}`,
    'bound, whatever the letter case': `${login('dpop')}\n${call('DPoP', '200 {"sub":"u"}')}`,
    'no proof was sent': login('Bearer').replace('[DPoP: x] ', ''),
  },
});
