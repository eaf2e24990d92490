import { checkRule } from '../../../testing/check-rule.ts';

const ask =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s';

checkRule('authorization-endpoint-fetched', {
  fails: {
    'a page fetches it': {
      trace: `${ask} [Origin: https://app.test] -> net::ERR_FAILED kind=fetch`,
      severity: 'error',
      cause: 'cors_blocked',
      says: /called by script.*either the app/,
    },
    'an API that the page calls redirects to the login': {
      trace: `GET https://api.app.test/items [Origin: https://app.test] -> 302 ${ask.slice(4)} kind=fetch
        ${ask} [Origin: https://app.test] -> net::ERR_FAILED kind=fetch`,
      severity: 'error',
      cause: 'cors_blocked',
      says: /the app fetched https:\/\/api\.app\.test, which redirects to the login/,
    },
  },
  silent: {
    'it is opened': `${ask} -> 200 <p>Sign in</p>`,
    'a server that answers scripts': `${ask}&response_mode=web_message [Origin: https://app.test] -> 200 {"code":"k"} kind=fetch`,
    'a login API below /authorize': `${ask.replace('?', '/challenge?')} [Origin: https://app.test] -> 200 {"next":"password"} kind=fetch`,
    'a silent check in a frame': `${ask}&prompt=none -> 302 https://app.test/cb?error=login_required&state=s kind=frame frame=2`,
  },
});
