import { checkRule } from '../../../testing/check-rule.ts';

const ask =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 200 <form>';
const login = (status: number, fields = 'username=u&password=p', target = 'https://app.test/cb'): string =>
  `${ask}\nPOST https://op.test/login ${fields} -> ${status} ${target}?code=k&state=s`;

checkRule('as-307-redirect', {
  fails: {
    'a password with 307': { trace: login(307), severity: 'warning', cause: undefined },
    'a one-time code with 308': { trace: login(308, 'otp_code=1'), severity: 'warning', cause: undefined },
  },
  silent: {
    'within the server': login(307, 'username=u&password=p', 'https://op.test/login/next'),
    'the form is answered with 303': login(303),
    'the form is answered with 302, which browsers follow with GET': login(302),
    'the form holds the consent alone': login(307, 'consent=yes'),
    'the browser’s own upgrade to https': `${ask}\nPOST http://op.test/login username=u&password=p -> 307 https://op.test/login\nPOST https://op.test/login username=u&password=p -> 303 https://app.test/cb?code=k&state=s`,
  },
});
