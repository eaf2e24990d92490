import { checkRule } from '../../../testing/check-rule.ts';

const visit = 'GET https://app.test/ -> 200 <p>hi</p> @0s';
const landing = 'GET https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=s1 -> 200 <p>hi</p>';
const ask =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s1 -> 302 https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=s1';

checkRule('unsolicited-response', {
  fails: {
    'a link leads to the callback': {
      trace: `${visit}\n${landing} @400s`,
      severity: 'warning',
      cause: undefined,
      says: /no request of this browser/,
    },
    'another site redirects to the callback': {
      trace: `${visit}\nGET https://evil.example/ -> 302 https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=s1 @400s\n${landing} @400.1s`,
      severity: 'warning',
      cause: undefined,
    },
    'a form is posted to the callback': {
      trace: `${visit}\nPOST https://app.test/cb code=SplxlOBeZQQYbYS6WxSbIA&state=s1 -> 200 <p>hi</p> @400s kind=navigation`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'another site starts the login at the app': `${visit}\nGET https://app.test/login?iss=https://op.test&target_link_uri=https://app.test/x -> 302 ${ask.slice(4, ask.indexOf(' ->'))} @400s\n${ask} @400.1s\n${landing} @401s`,
    'a link in a mail leads to the provider, which answers': `${visit}\nGET https://abc.supabase.co/auth/v1/verify?token=t&type=magiclink -> 303 https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=s1 @400s\n${landing} @400.1s`,
    'a link in a mail leads to the server that redeems the code': `${visit}\nGET https://id.op.test/magic?t=1 -> 303 https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=s1 @400s\n${landing} @400.1s\nPOST https://op.test/token grant_type=authorization_code&client_id=c&code=SplxlOBeZQQYbYS6WxSbIA -> 200 {"access_token":"t","token_type":"Bearer"}`,
    'a link in a mail leads to the app itself': `${visit}\nGET https://mail.app.test/magic?t=1 -> 303 https://app.test/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=s1 @400s\n${landing} @400.1s`,
    'the request was seen': `${visit}\n${ask} @400s\n${landing} @401s`,
    'recording had just begun': `${visit}\n${landing} @200s`,
    'recording begins with the answer': landing,
    'the request ran in another tab': `${visit}\n${ask} @400s tab=2\n${landing} @401s`,
    'the answer is an error': `${visit}\nGET https://app.test/cb?error=access_denied&state=s1 -> 200 <p>hi</p> @400s`,
  },
});
