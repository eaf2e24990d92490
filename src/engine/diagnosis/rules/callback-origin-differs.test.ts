import { checkRule } from '../../../testing/check-rule.ts';

const login = (start: string, callback: string, status: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=${callback}&state=s [Referer: ${start}/] -> 302 ${callback}?code=k&state=s
   GET ${callback}?code=k&state=s -> ${status}`;

checkRule('callback-origin-differs', {
  fails: {
    'www and apex': {
      trace: login('https://www.shop.example', 'https://shop.example/cb', '400 <p>no state</p>'),
      severity: 'error',
      cause: 'state_lost',
      says: /started on https:\/\/www\.shop\.example and came back to https:\/\/shop\.example/,
    },
    'localhost and its address': {
      trace: login('http://localhost:3000', 'http://127.0.0.1:3000/cb', '500 <p>no state</p>'),
      severity: 'error',
      cause: 'state_lost',
    },
    'a login host of the same owner, which works': {
      trace: login(
        'https://www.shop.example',
        'https://login.shop.example/cb',
        '302 https://www.shop.example/',
      ),
      severity: 'info',
      cause: undefined,
    },
  },
  silent: {
    'a popup comes back to the origin of its opener': login(
      'https://shop.example',
      'https://shop.example/popup',
      '200 <p>done</p>',
    ).replaceAll(/$/gm, ' tab=2'),
    'the same origin': login('https://shop.example', 'https://shop.example/cb', '400 <p>no</p>'),
    'a link on another site': login('https://ads.test', 'https://shop.example/cb', '400 <p>no</p>'),
    'the server’s own login page': login('https://op.test', 'https://shop.example/cb', '400 <p>no</p>'),
  },
});
