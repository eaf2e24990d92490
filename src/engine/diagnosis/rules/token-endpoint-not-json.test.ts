import { checkRule } from '../../../testing/check-rule.ts';

const token = 'POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r1';

checkRule('token-endpoint-not-json', {
  fails: {
    'a page answers': {
      trace: `${token} -> 404 <html><title>Not found</title></html>`,
      severity: 'error',
      cause: 'other',
      says: /web page \(status 404\)/,
    },
    'nothing answers': {
      trace: `${token.replace(' grant', ' [Origin: https://app.test] grant')} -> 204`,
      severity: 'error',
      cause: 'other',
      says: /204 with an empty body/,
    },
    'a captive portal answers': {
      trace: `${token} -> 200 <html><body>Please sign in to the network</body></html>`,
      severity: 'error',
      cause: 'other',
    },
    'a form comes, as older servers send': {
      trace: `${token} -> 200 access_token=t&scope=user&token_type=bearer`,
      severity: 'info',
      cause: undefined,
    },
  },
  silent: {
    'a revocation is answered with nothing (RFC 7009 §2.2)': `${token} -> 200 {"access_token":"t","token_type":"Bearer","refresh_token":"r2"}\nPOST https://op.test/revoke client_id=c&token=r2&token_type_hint=refresh_token -> 200`,
    'JSON under another type': `${token} -> 200 [Content-Type: text/html] {"access_token":"t","token_type":"Bearer"}`,
    'a back end of the app keeps the tokens': `${token.replace(' grant', ' [Origin: https://op.test] grant')} -> 204`,
    'a back end may have set a cookie that the browser kept from us': `${token.replace(' grant', ' [Origin: https://app.test] grant')} -> 204 unknown=browserHeaders`,
    'a back end sets a cookie': `${token.replace(' grant', ' [Origin: https://app.test] grant')} -> 204 [Set-Cookie: sid=1]`,
    JSON: `${token} -> 400 {"error":"invalid_grant"}`,
    'a page that names the error': `${token} -> 400 <p>invalid_grant</p>`,
    'the server fails, which another rule says': `${token} -> 502 <h1>Bad gateway</h1>`,
    'the body was not captured': `${token} -> 200  unknown=responseBody`,
  },
});
