import { checkRule } from '../../../testing/check-rule.ts';

const token =
  'POST https://op.test/token [Origin: https://app.test] grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb';

checkRule('csp-blocks-flow', {
  fails: {
    'the browser says so': {
      trace: `${token} -> net::ERR_BLOCKED_BY_CSP`,
      severity: 'error',
      cause: 'network_failure',
      says: /Content Security Policy does not let it call https:\/\/op\.test/,
    },
  },
  silent: {
    'CORS keeps the answer': `OPTIONS https://op.test/token -> 404 \n${token} -> net::ERR_FAILED`,
    'an extension blocks it': `${token} -> net::ERR_BLOCKED_BY_CLIENT`,
    'an answer came': `${token} -> 400 {"error":"invalid_grant"}`,
    // Only reporting: nothing is stopped.
    'a policy that reports only': `${token} [Content-Security-Policy-Report-Only: connect-src 'self'] -> 400 {"error":"invalid_grant"}`,
  },
});
