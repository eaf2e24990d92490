import { checkRule } from '../../../testing/check-rule.ts';

const ask = (answer: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s ${answer}`;

checkRule('redirect-uri-rejected-by-as', {
  fails: {
    'a page with a machine code (Google)': {
      trace: ask('-> 400 <p>Error 400: redirect_uri_mismatch</p>'),
      severity: 'error',
      cause: 'redirect_uri_not_registered',
      says: /^The redirect_uri of the authorization request is not registered/,
    },
    'a page with words only': {
      trace: ask('-> 400 <p>Invalid parameter: redirect_uri</p>'),
      severity: 'error',
      cause: 'redirect_uri_not_registered',
    },
    'JSON that says invalid_request and names it': {
      trace: ask(
        '-> 400 {"error":"invalid_request","error_description":"redirect_uri must be one of the registered ones"}',
      ),
      severity: 'error',
      cause: 'redirect_uri_not_registered',
    },
    'a pushed request is refused': {
      trace:
        'POST https://op.test/par client_id=c&response_type=code&redirect_uri=https://app.test/cb -> 400 {"error":"invalid_request","error_description":"redirect_uri is not registered"}',
      severity: 'error',
      cause: 'redirect_uri_not_registered',
    },
  },
  silent: {
    'the login page': ask('-> 200 <p>Sign in. Forgot your redirect_uri? It may be invalid.</p>'),
    'the user closes the tab': ask('-> 200 <form>Password</form>'),
    'the client is what is refused': ask('-> 400 <p>Client not found</p>'),
    'the token endpoint compares another redirect_uri': `${ask('-> 302 https://app.test/cb?code=k1&state=s')}
      POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb/ -> 400 {"error":"redirect_uri_mismatch"}`,
  },
});
