import { checkRule } from '../../../testing/check-rule.ts';

const login = (start: string, callback: string, status: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=${callback}&state=s [Referer: ${start}/] -> 302 ${callback}?code=k&state=s
   GET ${callback}?code=k&state=s -> ${status}`;

const inFrame = (parent: string, callback: string): string =>
  login(parent, callback, '400 <p>no state</p>').replaceAll(/$/gm, ' kind=frame frame=2');

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
    'a frame comes back to another origin than its parent page': {
      trace: inFrame('https://www.shop.example', 'https://shop.example/cb'),
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
    'a frame comes back to the origin of its parent page': inFrame(
      'https://shop.example',
      'https://shop.example/cb',
    ),
    'an app in the frame of a portal starts its own login': `GET https://app.shop.example/login [Referer: https://portal.shop.example/] -> 302 https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.shop.example/cb&state=s kind=frame frame=2
      ${inFrame('https://portal.shop.example', 'https://app.shop.example/cb')}`,
    'the same origin': login('https://shop.example', 'https://shop.example/cb', '400 <p>no</p>'),
    'a link on another site': login('https://ads.test', 'https://shop.example/cb', '400 <p>no</p>'),
    'the server’s own login page': login('https://op.test', 'https://shop.example/cb', '400 <p>no</p>'),
  },
});
