import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';

const login = (claims: object): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k&state=s
   POST https://op.test/token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","id_token":"${unsignedJwt(claims)}"}`;

/** The app’s server redeems the code while its callback waits, and fails then. */
const refusedByApp = (trace: string): string =>
  `${trace.replace('\n', '\nGET https://app.test/cb?code=k&state=s -> 500 <h1>Sorry</h1> took=900ms\n')} tab=none`;

checkRule('id-token-aud-azp', {
  fails: {
    'the app’s callback then fails': {
      trace: refusedByApp(login({ aud: 'd' })),
      severity: 'error',
      cause: 'id_token_invalid',
      says: /was issued to another client/,
    },
    'another client': { trace: login({ aud: 'd' }), severity: 'error', cause: 'id_token_invalid' },
    'another authorized party': {
      trace: login({ aud: ['c', 'd'], azp: 'd' }),
      severity: 'error',
      cause: 'id_token_invalid',
    },
    'a native app gets a token for its server': {
      trace: login({ aud: 'server', azp: 'c' }),
      severity: 'info',
      cause: undefined,
    },
  },
  silent: {
    'the callback fails for a reason of its own': refusedByApp(login({ aud: 'c' })),
    'the browser’s own sign-in (FedCM) brings a token for the app’s server': `POST https://op.test/fedcm/assert [Sec-Fetch-Dest: webidentity] account_id=1&client_id=c -> 200 {"token":"${unsignedJwt({ aud: 'server', azp: 'c' })}"} kind=other`,
    'this client': login({ aud: 'c' }),
    'this client among others': login({ aud: ['api', 'c'], azp: 'c' }),
    'no audience to compare': login({ sub: 'u' }),
  },
});
