import { checkRule } from '../../../testing/check-rule.ts';

const call = (secret: string, answer: string, url = 'https://op.test/token'): string =>
  `POST ${url} grant_type=client_credentials&client_id=c&client_secret=${secret} ${answer}`;
const refused = '-> 401 {"error":"invalid_client"}';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';
const entra = 'https://login.microsoftonline.com/0f0e0d0c-1111-2222-3333-444455556666/oauth2/v2.0/token';

checkRule('client-secret-expired', {
  fails: {
    'the same secret worked before': {
      trace: `${call('s', issued)}\n${call('s', refused)}`,
      severity: 'error',
      cause: 'client_secret_expired',
      says: /accepted before/,
    },
    'the server says so (Entra ID)': {
      trace: call(
        's',
        '-> 401 {"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys are expired."}',
        entra,
      ),
      severity: 'error',
      cause: 'client_secret_expired',
    },
  },
  silent: {
    'another secret worked before': `${call('old', issued)}\n${call('new', refused)}`,
    'nothing worked before': call('s', refused),
    'it worked later': `${call('s', refused)}\n${call('s', issued)}`,
    'it worked at another server': `${call('s', issued, 'https://other.test/token')}\n${call('s', refused)}`,
    'the server is broken': `${call('s', issued)}\n${call('s', '-> 503 {"error":"invalid_client"}')}`,
    'the server says that it does not know the client': `${call('s', issued)}\n${call('s', '-> 401 {"error":"invalid_client","error_description":"client not found"}')}`,
  },
});
