import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';

const now = 1_800_000_000;
const login = (more: string, claims: object, at = '@1s'): string =>
  `GET https://op.test/authorize?response_type=code&scope=openid&client_id=c&redirect_uri=https://app.test/cb&state=s${more} -> 302 https://app.test/cb?code=k&state=s @0s
   POST https://op.test/token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","token_type":"Bearer","id_token":"${unsignedJwt({ iss: 'https://op.test', sub: 'u', aud: 'c', iat: now, exp: now + 600, ...claims })}"} ${at}`;
const fails = (trace: string, says: RegExp, severity: 'warning' | 'info' = 'warning') =>
  ({ trace, severity, cause: undefined, says }) as const;

checkRule('id-token-auth-context-unmet', {
  fails: {
    'max_age, and no auth_time': fails(login('&max_age=300', {}), /lacks auth_time/),
    'max_age, and an older sign-in': fails(login('&max_age=300', { auth_time: now - 400 }), /longer ago/),
    'max_age of none': fails(login('&max_age=0', { auth_time: now - 400 }), /longer ago/),
    'prompt=login, and an older sign-in': fails(
      login('&prompt=login', { auth_time: now - 3600 }),
      /did not sign in again/,
    ),
    'a wish was not met': fails(login('&acr_values=strong', { acr: 'weak' }), /acr_values/, 'info'),
  },
  silent: {
    'nothing was asked': login('', { auth_time: now - 90_000 }),
    'fresh enough': login('&max_age=300', { auth_time: now - 10 }),
    'a little too old, as clocks are': login('&max_age=300', { auth_time: now - 330 }),
    'the user took long to sign in': login('&prompt=login', { auth_time: now - 290 }, '@300s'),
    'prompt=login without auth_time, which nobody has to send': login('&prompt=login', {}),
    'one of the wishes': login('&acr_values=weak+strong', { acr: 'strong' }),
    'max_age that is no number': login('&max_age=soon', {}),
  },
});
