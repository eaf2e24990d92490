import { checkRule } from '../../../testing/check-rule.ts';

const ask = (more: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s${more}`;
const code = '-> 302 https://app.test/cb?code=k&state=s';
const redeem = (more: string): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb${more}`;

checkRule('duplicate-parameter', {
  fails: {
    'the token request is refused for it': {
      trace: `${ask('')} ${code}\n${redeem('&client_id=c')} -> 400 {"error":"invalid_request"}`,
      severity: 'error',
      cause: 'request_malformed',
      says: /“client_id” more than once/,
    },
    'two values in the authorization request': {
      trace: `${ask('&scope=a&scope=b')} ${code}`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'audience may repeat where a token is exchanged (RFC 8693 §2.1)': `POST https://op.test/token grant_type=urn:ietf:params:oauth:grant-type:token-exchange&client_id=c&subject_token=t&subject_token_type=urn:ietf:params:oauth:token-type:access_token&audience=a&audience=b -> 400 {"error":"invalid_request"}`,
    'one value in the query and in the form': `POST https://op.test/authorize?client_id=c response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s ${code} kind=navigation`,
    'each once': `${ask('&scope=a')} ${code}`,
    'resource may repeat (RFC 8707 §2)': `${ask('&resource=https://a.test&resource=https://b.test')} ${code}`,
    'an empty one counts as left out': `${ask('&scope=a&scope=')} ${code}`,
    'a parameter of the server’s own': `${ask('&acr=a&acr=b')} ${code}`,
  },
});
