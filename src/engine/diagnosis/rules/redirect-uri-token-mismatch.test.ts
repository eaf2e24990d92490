import { checkRule } from '../../../testing/check-rule.ts';

const ask =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&state=s -> 302 https://app.test/cb?code=k1&state=s';
const refused = '-> 400 {"error":"invalid_grant"}';
const redeem = (redirectUri: string): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=${redirectUri}`;

checkRule('redirect-uri-token-mismatch', {
  fails: {
    'a slash is added': {
      trace: `${ask}\n${redeem('https://app.test/cb/')} ${refused}`,
      severity: 'error',
      cause: 'redirect_uri_mismatch_at_token',
      says: /different redirect_uri: it ends with an extra “\/”/,
    },
    'a proxy hides https': {
      trace: `${ask}\n${redeem('http://app.test/cb')} ${refused}`,
      severity: 'error',
      cause: 'redirect_uri_mismatch_at_token',
      says: /http:\/\/ instead of https:\/\//,
    },
    'the host is written in other letter case, which is the same URL and another string': {
      trace: `${ask}\n${redeem('https://APP.test/cb')} ${refused}`,
      severity: 'error',
      cause: 'redirect_uri_mismatch_at_token',
    },
    'the loopback port differs: the exception is for registration only': {
      trace: `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=http%3A%2F%2F127.0.0.1%3A5000%2Fcb&state=s -> 302 http://127.0.0.1:5000/cb?code=k1&state=s\n${redeem('http://127.0.0.1:5001/cb')} ${refused}`,
      severity: 'error',
      cause: 'redirect_uri_mismatch_at_token',
      says: /port is 5001 instead of 5000/,
    },
    'the page URL is sent where the popup keyword is due': {
      trace: `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=postmessage&state=s -> 302 https://app.test/cb?code=k1&state=s\n${redeem('https://app.test/')} ${refused}`,
      severity: 'error',
      cause: 'redirect_uri_mismatch_at_token',
      says: /keyword/,
    },
    'the server let it pass': {
      trace: `${ask}\n${redeem('https://app.test/cb/')} -> 200 {"access_token":"t","token_type":"Bearer"}`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'both are the keyword of a native app': `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=urn:ietf:wg:oauth:2.0:oob&state=s -> 302 https://op.test/approval?code=k1&state=s\n${redeem('urn%3Aietf%3Awg%3Aoauth%3A2.0%3Aoob')} ${refused}`,
    'a relay of Google’s libraries and the word that its codes are redeemed with': `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=storagerelay://https/app.test?id=a&state=s4t7e -> 200 <p>\nPOST https://app.test/login code=code1&state=s4t7e -> 200 {} kind=fetch\n${redeem('postmessage').replace('k1', 'code1')} ${refused}`,
    'both are the same': `${ask}\n${redeem('https://app.test/cb')} ${refused}`,
    'one is percent-encoded on the wire only': `${ask}\n${redeem('https%3A%2F%2Fapp.test%2Fcb')} ${refused}`,
    'the authorization request was not captured': `${redeem('https://app.test/cb/')} ${refused}`,
    'both are the popup keyword': `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=postmessage&state=s -> 302 https://app.test/cb?code=k1&state=s\n${redeem('postmessage')} ${refused}`,
    'the authorization request is hidden behind a request_uri': `GET https://op.test/authorize?client_id=c&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3A1 -> 302 https://app.test/cb?code=k1&state=s\n${redeem('https://app.test/cb/')} ${refused}`,
  },
});
