import { checkRule } from '../../../testing/check-rule.ts';

const ask = (redirectUri: string, answer = '-> 200 <form>Sign in</form>'): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=${encodeURIComponent(redirectUri)}&state=s ${answer}`;

checkRule('redirect-uri-insecure-scheme', {
  fails: {
    'plain http on the internet': {
      trace: ask('http://app.shop.com/cb'),
      severity: 'warning',
      cause: undefined,
      says: /plain http$/,
    },
    'plain http on a development host': {
      trace: ask('http://app.test/cb'),
      severity: 'warning',
      cause: undefined,
      says: /development host/,
    },
    'plain http, and refused': {
      trace: ask('http://app.shop.com/cb', '-> 400 <p>redirect_uri_mismatch</p>'),
      severity: 'error',
      cause: 'redirect_uri_not_registered',
    },
    'out of band': {
      trace: ask('urn:ietf:wg:oauth:2.0:oob'),
      severity: 'warning',
      cause: undefined,
      says: /out-of-band/,
    },
    'a private scheme without a domain': {
      trace: ask('myapp://cb'),
      severity: 'warning',
      cause: undefined,
      says: /any app may claim/,
    },
  },
  silent: {
    'https, which an app may claim': ask('https://app.test/cb'),
    localhost: ask('http://localhost:3000/cb'),
    'a name below localhost': ask('http://app.localhost:3000/cb'),
    'a loopback address': ask('http://127.0.0.1:49152/cb'),
    'a loopback address of IPv6': ask('http://[::1]:49152/cb'),
    'a scheme made from a domain': ask('com.example.app:/cb'),
    'a scheme made from a domain, with slashes (Microsoft)': ask('msauth.com.example.app://auth'),
    'a popup keyword': ask('postmessage'),
    'an extension of the browser': ask('chrome-extension://abcdefghijklmnop/cb'),
    'a scheme made from the client_id (Facebook)': ask('fb123456789://authorize'),
  },
});
