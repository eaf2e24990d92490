import { checkRule } from '../../../testing/check-rule.ts';

const ask =
  'https://op.test/authorize?response_type=code&response_mode=form_post&client_id=c&redirect_uri=https://app.test/cb&state=s';
const trace = (cookie: string, landing: string, status = '400 <p>no login under way</p>'): string =>
  `GET https://app.test/login -> 302 [Set-Cookie: ${cookie}] ${ask}
   GET ${ask} -> 200 <form></form>
   POST https://app.test/cb ${landing} code=k&state=s -> ${status} kind=navigation`;

checkRule('formpost-cookie-lost', {
  fails: {
    'a Lax cookie stays behind': {
      trace: trace('state=x; SameSite=Lax', ''),
      severity: 'error',
      cause: 'state_lost',
      says: /did not send the app’s cookie/,
    },
    'a cookie of any name that was set on the way': {
      trace: trace('sid=x; Path=/', ''),
      severity: 'error',
      cause: 'state_lost',
    },
    'the app does not mind': {
      trace: trace('state=x; SameSite=Lax', '', '302 https://app.test/home'),
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'SameSite=None': trace('state=x; SameSite=None; Secure', ''),
    'the cookie came (two minutes of grace)': trace('state=x', '[Cookie: state=x]'),
    'the headers were not captured': `${trace('state=x; SameSite=Lax', '')} unknown=requestHeaders`,
    'the browser kept the cookies from us': `${trace('state=x; SameSite=Lax', '')} unknown=browserHeaders`,
    'the answer comes in the query': `GET https://app.test/login -> 302 [Set-Cookie: state=x; SameSite=Lax] ${ask}\nGET ${ask} -> 302 https://app.test/cb?code=k&state=s\nGET https://app.test/cb?code=k&state=s -> 400 <p>x</p>`,
  },
});
