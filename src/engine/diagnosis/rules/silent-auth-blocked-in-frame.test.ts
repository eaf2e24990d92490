import { checkRule } from '../../../testing/check-rule.ts';

const app = 'https://app.shop.example/cb';
const login = (server: string): string =>
  `GET https://${server}/authorize?response_type=code&client_id=c&redirect_uri=${app}&state=a [Cookie: sid=1] -> 302 ${app}?code=k&state=a`;
const silent = (server: string, cookie: string, answer: string): string =>
  `GET https://${server}/authorize?response_type=code&client_id=c&redirect_uri=${app}&state=b&prompt=none ${cookie} -> ${answer} kind=frame frame=3`;
const required = `302 ${app}?error=login_required&state=b`;

checkRule('silent-auth-blocked-in-frame', {
  fails: {
    'the server’s page may not be framed': {
      trace: silent('op.example', '', '200 [X-Frame-Options: DENY] <p>Sign in</p>'),
      severity: 'error',
      cause: undefined,
    },
    'third-party cookies are blocked': {
      trace: `${login('op.example')}\n${silent('op.example', '', required)}`,
      severity: 'error',
      cause: 'login_required',
      says: /third-party cookies are blocked/,
    },
    'the callback may not be framed': {
      trace: `${silent('op.example', '', `302 ${app}?code=k2&state=b`)}\nGET ${app}?code=k2&state=b -> 200 [X-Frame-Options: DENY] <p>x</p> kind=frame frame=3`,
      severity: 'error',
      cause: undefined,
    },
  },
  silent: {
    'a page without a redirect, which may be framed, speaks of redirect_uri': silent(
      'op.example',
      '',
      '400 <p>Invalid redirect_uri</p>',
    ),
    'a server of the same site': `${login('auth.shop.example')}\n${silent('auth.shop.example', '', required)}`,
    'nobody is known to be signed in': silent('op.example', '', required),
    'the cookies came': `${login('op.example')}\n${silent('op.example', '[Cookie: sid=1]', required)}`,
    'the browser kept the cookies from us': `${login('op.example')}\n${silent('op.example', '', required)} unknown=browserHeaders`,
    'a redirect may carry such headers': silent(
      'op.example',
      '',
      `302 [X-Frame-Options: DENY] ${app}?code=k2&state=b`,
    ),
  },
});
