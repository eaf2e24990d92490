import { checkRule } from '../../../testing/check-rule.ts';

const ask =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s @0s';
const land = (answer: string, url = 'https://app.test/cb'): string => `GET ${url}?code=k1&state=s ${answer}`;
const redeem =
  'POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb';
const page = '-> 200 <p>hi</p>';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';

checkRule('code-delivered-twice', {
  fails: {
    'a posted answer is posted again': {
      trace: `${ask.replace(/-> .*/, '-> 200 <form> @0s')}\nPOST https://app.test/cb code=k1&state=s -> 200 <p>hi</p> kind=navigation @0.2s\nPOST https://app.test/cb code=k1&state=s -> 500 <p>oops</p> kind=navigation @5s`,
      severity: 'error',
      cause: 'code_reused',
    },
    'a reload, and the server’s exchange fails': {
      trace: `${ask}\n${land('-> 302 https://app.test/home')} @0.2s\n${land('-> 500 <p>oops</p>')} @5s`,
      severity: 'error',
      cause: 'code_reused',
      says: /loaded twice/,
    },
    'a reload without harm': {
      trace: `${ask}\n${land(page)} @0.2s\n${redeem} ${issued} @0.4s\n${land(page)} @5s`,
      severity: 'warning',
      cause: undefined,
    },
    'only one redemption was seen, and it is refused': {
      trace: `${ask}\n${land(page)} @0.2s\n${land(page)} @5s\n${redeem} -> 400 {"error":"invalid_grant"} @5.2s`,
      severity: 'error',
      cause: 'code_expired',
    },
  },
  silent: {
    'loaded once': `${ask}\n${land(page)} @0.2s\n${redeem} ${issued} @0.4s`,
    'one delivery that is redirected to the form with a slash': `${ask}\n${land('-> 301 https://app.test/cb/?code=k1&state=s')} @0.2s\n${land(page, 'https://app.test/cb/')} @0.3s\n${redeem} ${issued} @0.4s`,
    'the page hands the code to its own server': `${ask}\n${land(page)} @0.2s\n${land('-> 200 {"ok":true}', 'https://app.test/api/session')} kind=fetch @0.4s`,
    'a service worker passes it on': `${ask}\n${land(page)} @0.2s\n${land(page)} kind=fetch @0.21s\n${redeem} ${issued} @0.4s`,
    'a load that the next one replaced': `${ask}\n${land('-> net::ERR_ABORTED')} @0.2s\n${land(page)} @0.4s\n${redeem} ${issued} @0.6s`,
    'an error comes twice': `${ask.replace('code=k1', 'error=access_denied')}\n${land(page).replace('code=k1', 'error=access_denied')} @0.2s\n${land(page).replace('code=k1', 'error=access_denied')} @5s`,
  },
});
