import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';
import { s256 } from '../../oauth/pkce.ts';

const login = (claims: object): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&nonce=n1&scope=openid -> 302 https://app.test/cb?code=k&state=s
   POST https://op.test/token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","refresh_token":"r","id_token":"${unsignedJwt(claims)}"}`;

/** The app’s server redeems the code while its callback waits, and fails then. */
const refusedByApp = (trace: string): string =>
  `${trace.replace('\n', '\nGET https://app.test/cb?code=k&state=s -> 500 <h1>Sorry</h1> took=900ms\n')} tab=none`;

checkRule('nonce-mismatch', {
  fails: {
    'the app’s callback then fails': {
      trace: refusedByApp(login({ nonce: 'n2' })),
      severity: 'error',
      cause: 'nonce_mismatch',
      says: /nonce/,
    },
    'another nonce': {
      trace: login({ nonce: 'n2' }),
      severity: 'error',
      cause: 'nonce_mismatch',
      says: /^The server issued tokens, and the app has to refuse them: the nonce/,
    },
    'no nonce': {
      trace: login({ sub: 'u' }),
      severity: 'error',
      cause: 'nonce_mismatch',
      says: /lacks the nonce/,
    },
  },
  silent: {
    'a refreshed token repeats it': `${login({ nonce: 'n1' })}\nPOST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r -> 200 {"access_token":"u","id_token":"${unsignedJwt({ sub: 'u', nonce: 'n1' })}"}`,
    'the same': login({ nonce: 'n1' }),
    'its hash': login({ nonce: s256('n1') }),
    'a refreshed token has none': `${login({ nonce: 'n1' })}\nPOST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r -> 200 {"access_token":"u","id_token":"${unsignedJwt({ sub: 'u' })}"}`,
    'none was sent': login({ nonce: 'x' }).replace('&nonce=n1', ''),
  },
});
