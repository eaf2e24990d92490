import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';
import { s256 } from '../../oauth/pkce.ts';

const login = (claims: object): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&nonce=n1&scope=openid -> 302 https://app.test/cb?code=k&state=s
   POST https://op.test/token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","refresh_token":"r","id_token":"${unsignedJwt(claims)}"}`;

/** The app’s server redeems the code while its callback waits, and fails then. */
const refusedByApp = (trace: string): string =>
  `${trace.replace('\n', '\nGET https://app.test/cb?code=k&state=s -> 500 <h1>Sorry</h1> took=900ms\n')} tab=none`;

const ask = (code: string, more = ''): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s-${code}&nonce=n1&scope=openid${more} -> 302 https://app.test/cb?code=${code}&state=s-${code}`;
const redeem = (code: string): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=${code}&redirect_uri=https://app.test/cb&code_verifier=v -> 200 {"access_token":"t-${code}","id_token":"${unsignedJwt({ nonce: 'n1', jti: code })}"}`;
const twice = (more: (code: string) => string): string =>
  ['k1', 'k2'].flatMap((code) => [ask(code, more(code)), redeem(code)]).join('\n');

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
    'the same in two logins': {
      trace: twice(() => ''),
      severity: 'warning',
      cause: undefined,
      says: /several logins/,
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
    'the same in two logins, each with a challenge': twice(
      (code) => `&code_challenge=${s256(code)}&code_challenge_method=S256`,
    ),
    'the back button, and an app that refuses what comes': [
      ...[ask('k1'), redeem('k1'), ask('k1').replaceAll('k1', 'k2')],
      'GET https://app.test/cb?code=k2&state=s-k2 -> 400 <p>Unknown state</p>',
    ].join('\n'),
    'the same': login({ nonce: 'n1' }),
    'its hash': login({ nonce: s256('n1') }),
    'a refreshed token has none': `${login({ nonce: 'n1' })}\nPOST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r -> 200 {"access_token":"u","id_token":"${unsignedJwt({ sub: 'u' })}"}`,
    'none was sent': login({ nonce: 'x' }).replace('&nonce=n1', ''),
  },
});
