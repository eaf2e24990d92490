import { checkRule } from '../../../testing/check-rule.ts';

const entra = 'https://login.microsoftonline.com/0f0e0d0c-1111-2222-3333-444455556666/oauth2/v2.0/token';
const redeem = (more: string, answer: string, url = 'https://op.test/token', code = 'k1'): string =>
  `POST ${url} grant_type=authorization_code&client_id=c&code=${code}&redirect_uri=https://app.test/cb${more} ${answer}`;
const refused = '-> 401 {"error":"invalid_client"}';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';

checkRule('public-client-sends-credentials', {
  fails: {
    'the server says so (Entra ID)': {
      trace: redeem(
        '&client_secret=s',
        '-> 401 {"error":"invalid_client","error_description":"AADSTS700025: Client is public so neither \'client_assertion\' nor \'client_secret\' should be presented."}',
        entra,
      ),
      severity: 'error',
      cause: 'public_client_sent_secret',
    },
    'it got in without before': {
      trace: `${redeem('', issued, undefined, 'k0')}\n${redeem('&client_secret=s', refused)}`,
      severity: 'error',
      cause: 'public_client_sent_secret',
      says: /last successful request had none/,
    },
  },
  silent: {
    'the server ignores the secret': redeem('&client_secret=s', issued),
    'it got in with a secret before': `${redeem('&client_secret=s', issued, undefined, 'k0')}\n${redeem('&client_secret=s', refused)}`,
    'no credentials': redeem('', refused),
    'nothing is known of the client': redeem('&client_secret=s', refused),
  },
});
