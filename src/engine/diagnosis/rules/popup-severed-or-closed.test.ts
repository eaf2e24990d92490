import { checkRule } from '../../../testing/check-rule.ts';

const ask = (more = '&display=popup'): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s${more} -> 302 https://app.test/cb?code=k1&state=s tab=2`;
const land = (headers: string): string =>
  `GET https://app.test/cb?code=k1&state=s -> 200 <p>${headers} tab=2`;
const severs = ' [Cross-Origin-Opener-Policy: same-origin]';
const redeem =
  'POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","token_type":"Bearer"}';

checkRule('popup-severed-or-closed', {
  fails: {
    'the callback in the popup has the policy': {
      trace: `${ask()}\n${land(severs)}`,
      severity: 'error',
      cause: undefined,
    },
  },
  silent: {
    'a window without opener, by design': `${ask('')}\n${land(severs)}`,
    'the opener redeems the code all the same (BroadcastChannel, storage)': `${ask()}\n${land(severs)}\n${redeem}`,
    'a policy that only reports': `${ask()}\n${land(' [Cross-Origin-Opener-Policy-Report-Only: same-origin]')}`,
    'no policy': `${ask()}\n${land('')}`,
    'no popup': `${ask('')}\n${land(severs)}`,
    'the user closed it': ask().replace('302 https://app.test/cb?code=k1&state=s', '200 <form>'),
  },
});
