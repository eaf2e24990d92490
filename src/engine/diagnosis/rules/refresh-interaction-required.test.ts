import { checkRule } from '../../../testing/check-rule.ts';

const refresh = 'POST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r1';

checkRule('refresh-interaction-required', {
  fails: {
    'the code says so': {
      trace: `${refresh} -> 400 {"error":"interaction_required"}`,
      severity: 'error',
      cause: 'interaction_required',
    },
    'the answer brings claims to pass on': {
      trace: `${refresh} -> 400 {"error":"invalid_grant","claims":"{\\"access_token\\":{}}"}`,
      severity: 'error',
      cause: 'interaction_required',
    },
    'Microsoft asks for more': {
      trace: `${refresh} -> 400 {"error":"invalid_grant","suberror":"basic_action"}`,
      severity: 'error',
      cause: 'interaction_required',
    },
    'Google asks for a fresh sign-in': {
      trace: `${refresh} -> 400 {"error":"invalid_grant","error_subtype":"invalid_rapt"}`,
      severity: 'error',
      cause: 'interaction_required',
    },
  },
  silent: {
    'a plain invalid_grant': `${refresh} -> 400 {"error":"invalid_grant"}`,
    'Microsoft says that the token is bad': `${refresh} -> 400 {"error":"invalid_grant","suberror":"bad_token"}`,
    'the answer to a silent check at the authorization endpoint':
      'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&prompt=none -> 302 https://app.test/cb?error=login_required&state=s',
  },
});
