import { checkRule } from '../../../testing/check-rule.ts';

const ask = (host: string): string =>
  `GET ${host}?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s @0s`;
const redeem = (url: string, answer: string, at: string): string =>
  `POST ${url} grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb ${answer} @${at}`;
const refused = '-> 400 {"error":"invalid_grant"}';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';
const unknown = ask('https://op.test/authorize');
const okta = ask('https://dev-1.okta.com/oauth2/v1/authorize');

checkRule('code-redeemed-late', {
  fails: {
    'older than the ten minutes that the standard recommends': {
      trace: `${unknown}\n${redeem('https://op.test/token', refused, '700s')}`,
      severity: 'error',
      cause: 'code_expired',
      says: /had expired: it was redeemed 12 min/,
    },
    'older than the lifetime of a known provider': {
      trace: `${okta}\n${redeem('https://dev-1.okta.com/oauth2/v1/token', refused, '310s')}`,
      severity: 'error',
      cause: 'code_expired',
    },
    'older than a minute at an unknown server, which may be it': {
      trace: `${unknown}\n${redeem('https://op.test/token', refused, '90s')}`,
      severity: 'info',
      cause: 'code_expired',
    },
    'the server accepts a very old code': {
      trace: `${unknown}\n${redeem('https://op.test/token', issued, '700s')}`,
      severity: 'info',
      cause: undefined,
      says: /older than ten minutes/,
    },
  },
  silent: {
    'redeemed at once': `${unknown}\n${redeem('https://op.test/token', refused, '0.3s')}`,
    'within the lifetime of a known provider': `${okta}\n${redeem('https://dev-1.okta.com/oauth2/v1/token', refused, '90s')}`,
    'slow and accepted': `${unknown}\n${redeem('https://op.test/token', issued, '500s')}`,
    'a second attempt is a repetition': `${unknown}\n${redeem('https://op.test/token', '-> 500 {"error":"server_error"}', '1s')}\n${redeem('https://op.test/token', refused, '700s')}`,
    'timed by another clock': `${unknown}\n${redeem('https://op.test/token', refused, '700s')} tab=none source=backend.har`,
    'the client was refused, and the code never looked at': `${unknown}\n${redeem('https://op.test/token', '-> 401 {"error":"invalid_client"}', '700s')}`,
  },
});
