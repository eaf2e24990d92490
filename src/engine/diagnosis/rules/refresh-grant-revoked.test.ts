import { checkRule } from '../../../testing/check-rule.ts';

const login = `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s @0s
  POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb -> 200 {"access_token":"t1","refresh_token":"r1","expires_in":3600} @1s`;
const refresh = 'POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r1';
const refused = '-> 400 {"error":"invalid_grant"}';
const logout =
  'GET https://op.test/session/end?post_logout_redirect_uri=https://app.test/ -> 302 https://app.test/';

checkRule('refresh-grant-revoked', {
  fails: {
    'the app revoked the token': {
      trace: `${login}\nPOST https://op.test/revoke token=r1&token_type_hint=refresh_token&client_id=c -> 200  @20s\n${refresh} ${refused} @30s`,
      severity: 'error',
      cause: 'refresh_token_revoked',
      says: /^The app itself had revoked/,
    },
    'the user logged out before': {
      trace: `${login}\n${logout} @20s\n${refresh} ${refused} @30s`,
      severity: 'error',
      cause: 'refresh_token_revoked',
      says: /^Almost certainly the user had been logged out/,
    },
    'the server says so': {
      trace: `${login}\n${refresh} -> 400 {"error":"invalid_grant","error_description":"Session not active"} @30s`,
      severity: 'error',
      cause: 'grant_revoked',
    },
    'the code was redeemed twice before': {
      trace: `${login}\nPOST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb ${refused} @2s\n${refresh} ${refused} @30s`,
      severity: 'error',
      cause: 'refresh_token_revoked',
      says: /redeemed a second time/,
    },
    'the access token was refused before its time': {
      trace: `${login}\nGET https://api.test/x [Authorization: Bearer t1] -> 401 [WWW-Authenticate: Bearer error="invalid_token"] @20s\n${refresh} ${refused} @30s`,
      severity: 'error',
      cause: 'refresh_token_revoked',
    },
  },
  silent: {
    'the logout came later': `${login}\n${refresh} ${refused} @30s\n${logout} @40s`,
    'the logout came before the login': `${logout.replace('op.test/session', 'op.test/oidc/session')} @0s\n${login}\n${refresh} ${refused} @30s`,
    'the user logged in again since': `${login}\n${logout} @20s\n${login.replaceAll('k1', 'k2').replaceAll('r1', 'r2').replaceAll('t1', 't2').replace('@0s', '@30s').replace('@1s', '@31s')}\n${refresh.replace('r1', 'r2')} ${refused} @40s`,
    'a second access token was refused when it was old': `${login}\nGET https://api.test/x [Authorization: Bearer t1] -> 401 [WWW-Authenticate: Bearer error="invalid_token"] @3700s\n${refresh} ${refused} @3710s`,
    'the refresh worked after a revocation of another token': `${login}\nPOST https://op.test/revoke token=t1&client_id=c -> 200  @20s\n${refresh} -> 200 {"access_token":"t2"} @30s`,
  },
});
