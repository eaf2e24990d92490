import { checkRule } from '../../../testing/check-rule.ts';

const authorize =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s';
const token =
  'POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb';

checkRule('error-response-decoded', {
  fails: {
    'the token endpoint refuses': {
      trace: `${authorize} -> 302 https://app.test/cb?code=k1&state=s\n${token} -> 400 {"error":"invalid_grant","error_description":"no"}`,
      severity: 'error',
      cause: 'code_reused',
    },
    'the answer comes back to the app': {
      trace: `${authorize} -> 302 https://app.test/cb?error=invalid_scope&state=s`,
      severity: 'error',
      cause: 'scope_invalid',
    },
    'a status of 200 hides an error (GitHub)': {
      trace: `${authorize} -> 302 https://app.test/cb?code=k1&state=s\n${token} -> 200 {"error":"bad_verification_code"}`,
      severity: 'error',
      cause: 'code_reused',
    },
    'the user said no': {
      trace: `${authorize} -> 302 https://app.test/cb?error=access_denied&state=s`,
      severity: 'info',
      cause: 'access_denied',
    },
  },
  silent: {
    'an API asks for more scope, and the next login asks the server for it': `${authorize} -> 302 https://app.test/cb?code=k1&state=s\n${token} -> 200 {"access_token":"t","token_type":"Bearer"}\nGET https://api.test/x [Authorization: Bearer t] -> 403 [WWW-Authenticate: Bearer error="insufficient_scope", scope="orders"] \n${authorize.replace('state=s', 'state=s2&scope=orders')} -> 302 https://app.test/cb?code=k2&state=s2\n${token.replace('k1', 'k2')} -> 200 {"access_token":"t2","token_type":"Bearer"}`,
    'a preflight is refused': `${authorize} -> 302 https://app.test/cb?code=k1&state=s\nOPTIONS https://op.test/token -> 405 \n${token} -> 200 {"access_token":"t","token_type":"Bearer"}`,
    'tokens are issued': `${authorize} -> 302 https://app.test/cb?code=k1&state=s\n${token} -> 200 {"access_token":"t","token_type":"Bearer"}`,
    'a silent check says login_required': `${authorize}&prompt=none -> 302 https://app.test/cb?error=login_required&state=s frame=2`,
    'the server asks for its nonce first': `${authorize} -> 302 https://app.test/cb?code=k1&state=s\n${token} -> 400 {"error":"use_dpop_nonce"}\n${token} -> 200 {"access_token":"t","token_type":"DPoP"}`,
    'a device polls': `POST https://op.test/device_authorization client_id=c -> 200 {"device_code":"d","user_code":"A-B","verification_uri":"https://op.test/device","expires_in":600}\nPOST https://op.test/token grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=d&client_id=c -> 400 {"error":"authorization_pending"}`,
  },
});
