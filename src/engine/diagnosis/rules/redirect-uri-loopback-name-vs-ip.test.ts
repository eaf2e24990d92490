import { checkRule } from '../../../testing/check-rule.ts';

const ask = (redirectUri: string, referer = ''): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=${redirectUri}&state=s ${referer}-> 302 ${redirectUri}?code=k1&state=s`;
const redeem = (redirectUri: string, answer: string, origin = ''): string =>
  `POST https://op.test/token ${origin}grant_type=authorization_code&client_id=c&code=k1&redirect_uri=${redirectUri} ${answer}`;
const refused = '-> 400 {"error":"invalid_grant"}';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';
const name = 'http://localhost:3000/cb';
const address = 'http://127.0.0.1:3000/cb';

checkRule('redirect-uri-loopback-name-vs-ip', {
  fails: {
    'the token request says it otherwise': {
      trace: `${ask(name)}\n${redeem(address, refused)}`,
      severity: 'error',
      cause: 'redirect_uri_mismatch_at_token',
      says: /127\.0\.0\.1/,
    },
    'the page started on the other name, and it worked': {
      trace: `${ask(name, '[Referer: http://127.0.0.1:3000/] ')}\n${redeem(name, issued)}`,
      severity: 'warning',
      cause: undefined,
    },
    'the page that redeems is on the other name': {
      trace: `${ask(name)}\n${redeem(name, issued, '[Origin: http://[::1]:3000] ').replace('[::1]', '127.0.0.1')}`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'one spelling': `${ask(name, '[Referer: http://localhost:3000/] ')}\n${redeem(name, issued, '[Origin: http://localhost:3000] ')}`,
    'other ports on one spelling': `${ask(name, '[Referer: http://localhost:5173/] ')}\n${redeem(name, issued)}`,
    'a native app has no page': `${ask(address)}\n${redeem(address, issued)}`,
    'the link was on the server’s own page':
      `${ask(name, '[Referer: http://127.0.0.1:9000/] ')}\n${redeem(name, issued)}`.replaceAll(
        'https://op.test',
        'http://127.0.0.1:9000',
      ),
    'no loopback at all': `${ask('https://app.test/cb', '[Referer: http://localhost:3000/] ')}\n${redeem('https://app.test/cb', issued)}`,
  },
});
