import { checkRule } from '../../../testing/check-rule.ts';

const ask =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s';
const redeem = 'POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1';
const refused = '-> 400 {"error":"invalid_grant"}';

checkRule('redirect-uri-missing-at-token', {
  fails: {
    'the token request has none': {
      trace: `${ask}\n${redeem} ${refused}`,
      severity: 'error',
      cause: 'redirect_uri_mismatch_at_token',
      says: /leaves out the redirect_uri/,
    },
    'an empty value counts as none': {
      trace: `${ask}\n${redeem}&redirect_uri= ${refused}`,
      severity: 'error',
      cause: 'redirect_uri_mismatch_at_token',
    },
  },
  silent: {
    'a server that follows OAuth 2.1 accepts it': `${ask}\n${redeem} -> 200 {"access_token":"t","token_type":"Bearer"}`,
    'both have one': `${ask}\n${redeem}&redirect_uri=https://app.test/cb ${refused}`,
    'the body was not captured': `${ask}\n${redeem} ${refused} unknown=requestBody`,
    'the authorization request had none either': `GET https://op.test/authorize?response_type=code&client_id=c&state=s -> 302 https://app.test/cb?code=k1&state=s\n${redeem} ${refused}`,
    'a popup keyword is no URL to repeat': `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=postmessage&state=s -> 302 https://app.test/cb?code=k1&state=s\n${redeem} ${refused}`,
  },
});
