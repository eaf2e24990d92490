import { checkRule } from '../../../testing/check-rule.ts';

const ask =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s';
const redeem = (header = ''): string =>
  `POST https://op.test/token [Origin: https://app.test] ${header} grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb`;
const failed = '-> net::ERR_FAILED';

checkRule('token-endpoint-cors-blocked', {
  fails: {
    'the preflight is refused': {
      trace: `${ask}\nOPTIONS https://op.test/token -> 405 \n${redeem()} ${failed}`,
      severity: 'error',
      cause: 'cors_blocked',
      says: /answered the preflight with 405/,
    },
    'the preflight allows another origin': {
      trace: `${ask}\nOPTIONS https://op.test/token -> 204 [Access-Control-Allow-Origin: https://other.test] \n${redeem()} ${failed}`,
      severity: 'error',
      cause: 'cors_blocked',
      says: /allows https:\/\/other\.test and not https:\/\/app\.test/,
    },
    'the preflight does not allow a header': {
      trace: `${ask}\nOPTIONS https://op.test/token [Access-Control-Request-Headers: content-type,dpop] -> 204 [Access-Control-Allow-Origin: *] [Access-Control-Allow-Headers: Content-Type] \n${redeem()} ${failed}`,
      severity: 'error',
      cause: 'cors_blocked',
      says: /the header “dpop”/,
    },
    'the browser lets no page call the local network': {
      trace: `${ask}\n${redeem()} -> net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS`,
      severity: 'error',
      cause: 'cors_blocked',
      says: /it is in the local network/,
    },
    'nothing tells it from a network failure': {
      trace: `${ask}\n${redeem()} ${failed}`,
      severity: 'error',
      cause: 'cors_blocked',
      says: /^Probably/,
    },
  },
  silent: {
    'an extension blocks it': `${ask}\n${redeem()} -> net::ERR_BLOCKED_BY_CLIENT`,
    'the server cannot be reached': `${ask}\n${redeem()} -> net::ERR_CONNECTION_REFUSED`,
    'a call to the page’s own origin': `${ask}\n${redeem().replace('https://app.test]', 'https://op.test]')} ${failed}`,
    'a back end calls': `${ask}\n${redeem().replace('[Origin: https://app.test]', '')} ${failed} tab=none`,
    'the call worked': `${ask}\nOPTIONS https://op.test/token -> 204 \n${redeem()} -> 200 {"access_token":"t"}`,
  },
});
