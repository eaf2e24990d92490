import { checkRule } from '../../../testing/check-rule.ts';

const ask =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s';

checkRule('authorization-endpoint-fetched', {
  fails: {
    'a page fetches it': {
      trace: `${ask} [Origin: https://app.test] -> net::ERR_FAILED kind=fetch`,
      severity: 'error',
      cause: 'cors_blocked',
      says: /called by script/,
    },
  },
  silent: {
    'it is opened': `${ask} -> 200 <p>Sign in</p>`,
    'a server that answers scripts': `${ask}&response_mode=web_message [Origin: https://app.test] -> 200 {"code":"k"} kind=fetch`,
    'a silent check in a frame': `${ask}&prompt=none -> 302 https://app.test/cb?error=login_required&state=s kind=frame frame=2`,
  },
});
