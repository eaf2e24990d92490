import { checkRule } from '../../../testing/check-rule.ts';

const redeem = (answer: string, origin = 'https://app.test'): string =>
  `POST https://op.test/token [Origin: ${origin}] grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> ${answer}`;
const asks = (headers = ''): string =>
  `400 {"error":"use_dpop_nonce"} [DPoP-Nonce: nonce-1] [Access-Control-Allow-Origin: *]${headers}`;
const works = '200 {"access_token":"t","token_type":"DPoP","expires_in":60}';

checkRule('dpop-nonce-not-exposed', {
  fails: {
    'the client gives up': {
      trace: redeem(asks()),
      severity: 'error',
      cause: 'dpop_invalid',
      says: /may not read/,
    },
    'another header is exposed, and a later try works': {
      trace: `${redeem(asks(' [Access-Control-Expose-Headers: Date]'))}\n${redeem(works)}`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'it is exposed': redeem(asks(' [Access-Control-Expose-Headers: Date, DPoP-Nonce]')),
    'everything is exposed': redeem(asks(' [Access-Control-Expose-Headers: *]')),
    'the same origin reads every header': redeem(asks(), 'https://op.test'),
    'a server reads every header': redeem(asks()).replace('[Origin: https://app.test] ', ''),
    'its headers were not recorded': `${redeem(asks())} unknown=responseHeaders`,
  },
});
