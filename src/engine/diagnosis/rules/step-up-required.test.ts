import { checkRule } from '../../../testing/check-rule.ts';

const login =
  'POST https://op.test/token grant_type=client_credentials&client_id=c&client_secret=x -> 200 {"access_token":"t"}';

checkRule('step-up-required', {
  fails: {
    'the API asks for another sign-in': {
      trace: `${login}\nGET https://api.test/x [Authorization: Bearer t] -> 401 [WWW-Authenticate: Bearer error="insufficient_user_authentication", acr_values="mfa"] `,
      severity: 'info',
      cause: undefined,
    },
    'the server cannot do it': {
      trace:
        'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&acr_values=mfa -> 302 https://app.test/cb?error=unmet_authentication_requirements&state=s',
      severity: 'error',
      cause: 'interaction_required',
    },
  },
  silent: {
    'the token is too old': `${login}\nGET https://api.test/x [Authorization: Bearer t] -> 401 [WWW-Authenticate: Bearer error="invalid_token"] `,
    'acr_values is only a wish':
      'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&acr_values=mfa -> 302 https://app.test/cb?code=k&state=s',
  },
});
