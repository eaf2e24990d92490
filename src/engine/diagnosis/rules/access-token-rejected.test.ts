import { checkRule } from '../../../testing/check-rule.ts';

const login =
  'POST https://op.test/token grant_type=authorization_code&client_id=c&code=k -> 200 {"access_token":"t","token_type":"Bearer","expires_in":60,"refresh_token":"r"} @0s';
const call = (url: string, answer: string): string => `GET ${url} [Authorization: Bearer t] -> ${answer}`;
const refused = '401 [WWW-Authenticate: Bearer error="invalid_token"] ';
const refresh =
  'POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r -> 200 {"access_token":"t2"}';

checkRule('access-token-rejected', {
  fails: {
    'it had expired': {
      trace: `${login}\n${call('https://op.test/userinfo', refused)} @90s`,
      severity: 'error',
      cause: 'access_token_invalid',
      says: /had expired when it was sent/,
    },
    'the API does not say why': {
      trace: `${login}\n${call('https://api.test/x', '401 {"message":"Unauthorized"}')} @10s`,
      severity: 'error',
      cause: undefined,
    },
    'the same request comes again and again': {
      trace: `${login}\n${[10, 20, 30, 40].map((at) => `${call('https://api.test/x', refused)} @${at}s`).join('\n')}`,
      severity: 'error',
      cause: undefined,
      says: /got the same request with it 4 times/,
    },
    'the client refreshed after it': {
      trace: `${login}\n${call('https://api.test/x', refused)} @90s\n${refresh} @91s`,
      severity: 'info',
      cause: undefined,
    },
  },
  silent: {
    'the preflight of a call is refused': `${login}\nOPTIONS https://api.test/x [Origin: https://app.test] [Access-Control-Request-Headers: authorization] -> 401 @10s`,
    'the API’s own decision': `${login}\n${call('https://api.test/x', '403 {"message":"not yours"}')} @10s`,
    'the request is malformed, whatever the token is worth': `${login}\n${call('https://api.test/x', '400 [WWW-Authenticate: Bearer error="invalid_request"] ')} @10s`,
    'the server asks for a nonce': `${login}\n${call('https://api.test/x', '401 [WWW-Authenticate: DPoP error="use_dpop_nonce"] ')} @10s`,
    'the server asks for a nonce, and has words of its own for people': `${login}\n${call('https://api.test/x', '401 [WWW-Authenticate: DPoP error="use_dpop_nonce"] {"message":"Unauthorized"}')} @10s`,
    'the server asks for a nonce, and has a code of its own': `${login}\n${call('https://api.test/x', '401 [WWW-Authenticate: DPoP error="use_dpop_nonce"] {"error":"Unauthorized"}')} @10s`,
    'a call without a token is how a client learns where to log in': `${login}\nGET https://api.test/x -> 401 [WWW-Authenticate: Bearer]  @10s`,
  },
});
