import { checkRule } from '../../../testing/check-rule.ts';

const ask = (answer: string, client = 'c'): string =>
  `GET https://op.test/authorize?response_type=code&client_id=${client}&redirect_uri=https://app.test/cb&state=s ${answer}`;
const call = (answer: string): string =>
  `POST https://op.test/token grant_type=client_credentials&client_id=c&client_secret=s ${answer}`;
const unknown = '-> 401 {"error":"invalid_client","error_description":"The requested client does not exist"}';

checkRule('client-not-registered', {
  fails: {
    'the authorization endpoint says so on a page': {
      trace: ask('-> 400 <h1>Client not found</h1>'),
      severity: 'error',
      cause: 'client_unknown',
    },
    'the authorization endpoint answers invalid_client': {
      trace: ask('-> 400 {"error":"invalid_client"}'),
      severity: 'error',
      cause: 'client_unknown',
    },
    'the client was deleted (Google)': {
      trace: ask('-> 401 <p>Error 401: deleted_client</p>'),
      severity: 'error',
      cause: 'client_unknown',
    },
    'the client_id is a document that cannot be fetched': {
      trace: ask('-> 400 {"error":"invalid_client"}', 'https%3A%2F%2Fapp.test%2Fclient.json'),
      severity: 'error',
      cause: 'client_unknown',
      says: /metadata document/,
    },
    'the client_id is misspelt (Okta)': {
      trace: ask(
        `-> 400 {"errorCode":"invalid_client","errorSummary":"Invalid value for 'client_id' parameter."}`,
      ),
      severity: 'error',
      cause: 'client_unknown',
    },
    'the token endpoint says so': { trace: call(unknown), severity: 'error', cause: 'client_unknown' },
    'a pushed request is refused': {
      trace:
        'POST https://op.test/par client_id=c&response_type=code&redirect_uri=https://app.test/cb -> 401 {"error":"invalid_client","error_description":"client not found"}',
      severity: 'error',
      cause: 'client_unknown',
    },
  },
  silent: {
    'a pushed request is refused, perhaps for its secret':
      'POST https://op.test/par client_id=c&client_secret=s&response_type=code&redirect_uri=https://app.test/cb -> 401 {"error":"invalid_client","error_description":"client authentication failed"}',
    'the login started with this client_id': `${ask('-> 302 https://app.test/cb?code=k1&state=s')}
      POST https://op.test/token grant_type=authorization_code&client_id=c&client_secret=s&code=k1&redirect_uri=https://app.test/cb ${unknown}`,
    'one text for an unknown client and a wrong secret': call(
      '-> 401 {"error":"invalid_client","error_description":"Invalid client or Invalid client credentials"}',
    ),
    'the redirect_uri is what is refused': ask('-> 400 <p>redirect_uri_mismatch</p>'),
  },
});
