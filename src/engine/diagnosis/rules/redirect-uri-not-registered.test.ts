import { checkRule } from '../../../testing/check-rule.ts';

const ask = (redirectUri: string, answer: string, client = 'c', state = 's'): string =>
  `GET https://op.test/authorize?response_type=code&client_id=${client}&redirect_uri=${redirectUri}&state=${state} ${answer}`;
const worked = (redirectUri: string, client = 'c'): string =>
  ask(redirectUri, `-> 302 ${redirectUri}?code=k0&state=s0`, client, 's0');
const refused = '-> 400 <p>redirect_uri_mismatch</p>';

checkRule('redirect-uri-not-registered', {
  fails: {
    'a slash more than what worked': {
      trace: `${worked('https://app.test/cb')}\n${ask('https://app.test/cb/', refused)}`,
      severity: 'error',
      cause: 'redirect_uri_not_registered',
      says: /compared with the one of an earlier login, it ends with an extra “\/”/,
    },
    'the nearest of two that worked': {
      trace: `${worked('https://app.test/cb')}\n${worked('http://localhost:3000/other')}\n${ask('http://app.test/cb', refused)}`,
      severity: 'error',
      cause: 'redirect_uri_not_registered',
      says: /http:\/\/ instead of https:\/\//,
    },
  },
  silent: {
    'a pushed request may bring a redirect_uri of its own (RFC 9126 §2.4)': `${worked('https://app.test/cb')}\nPOST https://op.test/par client_id=c&client_secret=x&response_type=code&redirect_uri=https://app.test/new&state=s -> 201 {"request_uri":"urn:ietf:params:oauth:request_uri:1","expires_in":60}\nGET https://op.test/authorize?client_id=c&request_uri=urn:ietf:params:oauth:request_uri:1 -> 302 https://app.test/new?code=k2&state=s`,
    'nothing worked before': ask('https://app.test/cb/', refused),
    'another one worked and this one works too': `${worked('https://app.test/cb')}\n${ask('https://app.test/silent', '-> 302 https://app.test/silent?code=k1&state=s')}`,
    'the same worked before': `${worked('https://app.test/cb')}\n${ask('https://app.test/cb', refused)}`,
    'it worked for another client': `${worked('https://app.test/cb', 'd')}\n${ask('https://app.test/cb/', refused)}`,
    'something else is refused': `${worked('https://app.test/cb')}\n${ask('https://app.test/cb/', '-> 400 <p>Client not found</p>')}`,
  },
});
