import { checkRule } from '../../../testing/check-rule.ts';

const ask = (answer: string, more = '', state = 's'): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=${state}${more} -> 302 https://app.test/cb${answer}`;
const land = (query: string): string => `GET https://app.test/cb${query} -> 200 <p>hi</p>`;
const redeem = (code: string, tab = '1'): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=${code}&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","token_type":"Bearer"} tab=${tab}`;
const before = (tab = '1'): string => `${ask('?code=k0&state=s0', '', 's0')}\n${redeem('k0', tab)}`;

checkRule('code-never-redeemed', {
  fails: {
    'the code came in the fragment, which no server sees': {
      trace: ask('#code=k1&state=s', '&response_mode=fragment'),
      severity: 'warning',
      cause: undefined,
    },
    'the page redeemed its codes before': {
      trace: `${before()}\n${ask('?code=k1&state=s')}\n${land('?code=k1&state=s')}`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'the window that opened the popup redeems it': `${before()}\n${ask('?code=k1&state=s')} tab=2\n${land('?code=k1&state=s')} tab=2\n${redeem('k1')}`,
    'Safari would not list one that failed': `${ask('#code=k1&state=s', '&response_mode=fragment')} unknown=failures`,
    'it was redeemed': `${ask('#code=k1&state=s')}\n${redeem('k1')}`,
    'a server redeems it out of sight': `${ask('?code=k1&state=s')}\n${land('?code=k1&state=s')}`,
    'a server redeemed the ones before': `${before('none')}\n${ask('?code=k1&state=s')}\n${land('?code=k1&state=s')}`,
    'a silent check only asks whether there is a session': ask('#code=k1&state=s', '&prompt=none'),
    'the answer is an error': ask('#error=access_denied&state=s'),
  },
});
