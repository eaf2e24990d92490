import { checkRule } from '../../../testing/check-rule.ts';

const ask = (state: string, landing: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=${state} -> 302 https://app.test/cb?code=k1${landing}`;

checkRule('state-mismatch', {
  fails: {
    'the server returned none': {
      trace: ask('abc', ''),
      severity: 'error',
      cause: 'state_mismatch',
      says: /returned none/,
    },
    'it was cut off': {
      trace: ask('abcdefghijkl', '&state=abcdef'),
      severity: 'error',
      cause: 'state_mismatch',
      says: /cut off after 6 of 12/,
    },
    'it is of no login that was seen': {
      trace: ask('abc', '&state=xyz'),
      severity: 'error',
      cause: 'state_mismatch',
    },
    'the app does not compare': {
      trace: `${ask('abc', '&state=xyz')}\nPOST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","token_type":"Bearer"}`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'returned as sent': ask('a%2Bb%3D', '&state=a%2Bb%3D'),
    'the answer is encrypted':
      'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&response_mode=jwt -> 302 https://app.test/cb?response=eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d',
    'none was sent': ask('', ''),
    'the server shows an error page':
      'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=abc -> 400 <p>invalid_redirect_uri</p>',
    'the server sends the browser to its error page, with the error in the URL':
      'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=abc -> 302 https://op.test/error?error=invalid_request',
    'two logins in two tabs': `${ask('one', '&state=one')}\n${ask('two', '&state=two').replace('k1', 'k2')} tab=2`,
  },
});
