import { checkRule } from '../../../testing/check-rule.ts';

const ask =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s';
const token =
  'POST https://op.test/token [Origin: https://app.test] grant_type=refresh_token&client_id=c&refresh_token=r1';

checkRule('endpoint-unreachable', {
  fails: {
    'the host is not known': {
      trace: `${ask} -> net::ERR_NAME_NOT_RESOLVED`,
      severity: 'error',
      cause: 'network_failure',
      says: /DNS/,
    },
    'Firefox cannot connect': {
      trace: `${token} -> NS_ERROR_CONNECTION_REFUSED`,
      severity: 'error',
      cause: 'network_failure',
    },
    'the certificate is not accepted': {
      trace: `${ask} -> net::ERR_CERT_AUTHORITY_INVALID`,
      severity: 'error',
      cause: 'network_failure',
      says: /certificate/,
    },
    'an extension blocks it': {
      trace: `${token} -> net::ERR_BLOCKED_BY_CLIENT`,
      severity: 'error',
      cause: 'network_failure',
      says: /extension/,
    },
    'nobody listens at the callback': {
      trace: `${ask} -> 302 https://app.test/cb?code=k&state=s\nGET https://app.test/cb?code=k&state=s -> net::ERR_CONNECTION_REFUSED`,
      severity: 'error',
      cause: 'network_failure',
      says: /callback, which the browser could not load: nothing listens/,
    },
    'the page gave up': { trace: `${token} -> net::ERR_ABORTED`, severity: 'info', cause: 'network_failure' },
    'it may be CORS as well': {
      trace: `${token} -> net::ERR_FAILED`,
      severity: 'info',
      cause: 'cors_blocked',
    },
  },
  silent: {
    'the browser asks the user whether the page may call the local network': `${token.replace('op.test', '192.168.1.5')} -> ...`,
    'the user does not let the page call the local network': `${token.replace('op.test', '192.168.1.5')} -> net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS`,
    'the preflight proves CORS': `OPTIONS https://op.test/token -> 404 \n${token} -> net::ERR_FAILED`,
    // A native app may close the connection once it has the code (RFC 8252 §7.3).
    'the callback closes the connection': `${ask} -> 302 http://127.0.0.1:5000/cb?code=k&state=s\nGET http://127.0.0.1:5000/cb?code=k&state=s -> net::ERR_EMPTY_RESPONSE`,
    'the code was redeemed all the same': `${ask} -> 302 http://127.0.0.1:5000/cb?code=k&state=s\nGET http://127.0.0.1:5000/cb?code=k&state=s -> net::ERR_CONNECTION_REFUSED\nPOST https://op.test/token grant_type=authorization_code&code=k&client_id=c&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","token_type":"Bearer"}`,
    'an answer came': `${token} -> 400 {"error":"invalid_grant"}`,
    'the user left the page': `${ask} -> net::ERR_ABORTED`,
    'it is still under way': `${token} -> ...`,
  },
});
