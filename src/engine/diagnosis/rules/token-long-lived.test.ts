import { checkRule } from '../../../testing/check-rule.ts';

const answer = (life: string, type = 'Bearer', host = 'op.test'): string =>
  `POST https://${host}/login/oauth/access_token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","token_type":"${type}"${life}}`;

checkRule('token-long-lived', {
  fails: {
    'a week': { trace: answer(',"expires_in":604800'), severity: 'info', cause: undefined },
  },
  silent: {
    'an hour': answer(',"expires_in":3600'),
    'bound to a key': answer(',"expires_in":604800', 'DPoP'),
    'not said': answer(''),
    'a service that does so by design': answer(',"expires_in":604800', 'Bearer', 'github.com'),
  },
});
