import { checkRule } from '../../../testing/check-rule.ts';

checkRule('grant-password-used', {
  fails: {
    'it works': {
      trace:
        'POST https://op.test/token grant_type=password&client_id=c&username=u&password=p -> 200 {"access_token":"t"}',
      severity: 'warning',
      cause: undefined,
    },
    'the password is wrong': {
      trace:
        'POST https://op.test/token grant_type=password&client_id=c&username=u&password=p -> 400 {"error":"invalid_grant"}',
      severity: 'warning',
      cause: 'user_credentials_wrong',
    },
  },
  silent: {
    'an app’s own login in JSON':
      'POST https://app.test/api/token {"grant_type":"password","client_id":"c","username":"u"} -> 200 {"access_token":"t"}',
    'another grant':
      'POST https://op.test/token grant_type=client_credentials&client_id=c -> 200 {"access_token":"t"}',
  },
});
