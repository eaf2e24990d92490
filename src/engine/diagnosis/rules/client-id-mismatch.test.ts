import { checkRule } from '../../../testing/check-rule.ts';

const ask =
  'GET https://op.test/authorize?response_type=code&client_id=shop&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s';
const redeem = (client: string, header = '', answer = '-> 400 {"error":"invalid_grant"}'): string =>
  `POST https://op.test/token ${header}grant_type=authorization_code&code=k1&redirect_uri=https://app.test/cb${client} ${answer}`;
const basic = (credentials: string): string => `[Authorization: Basic ${btoa(credentials)}] `;

checkRule('client-id-mismatch', {
  fails: {
    'another client_id in the form': {
      trace: `${ask}\n${redeem('&client_id=admin')}`,
      severity: 'error',
      cause: 'code_other_client',
      says: /“shop”.*“admin”/,
    },
    'another client in the Basic header': {
      trace: `${ask}\n${redeem('', basic('admin:secret'), '-> 401 {"error":"invalid_client"}')}`,
      severity: 'error',
      cause: 'code_other_client',
    },
  },
  silent: {
    'the id of an API stands in the scope': `${ask.replace('&state=s', '&state=s&scope=api://orders/.default')}\n${redeem('&client_id=shop')}`,
    'the same client, not form-encoded in the Basic header': `${ask.replace('client_id=shop', 'client_id=my%2Bshop')}\n${redeem('', basic('my+shop:secret'))}`,
    'another client exchanges the token': `${ask}\n${redeem('&client_id=shop', '', '-> 200 {"access_token":"t","token_type":"Bearer"}')}\nPOST https://op.test/token grant_type=urn:ietf:params:oauth:grant-type:token-exchange&client_id=api&subject_token=t&subject_token_type=urn:ietf:params:oauth:token-type:access_token -> 400 {"error":"invalid_grant"}`,
    'the same client': `${ask}\n${redeem('&client_id=shop')}`,
    'the same client, form-encoded in the Basic header (RFC 6749 §2.3.1)': `${ask.replace('client_id=shop', 'client_id=my%3Ashop')}\n${redeem('', basic('my%3Ashop:secret'))}`,
    'the client authenticates by other means': `${ask}\n${redeem('')}`,
  },
});
