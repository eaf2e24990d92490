import { checkRule } from '../../../testing/check-rule.ts';

const ask = (more: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb${more} -> 302 https://app.test/cb?code=k&iss=https://op.test`;

checkRule('csrf-no-protection', {
  fails: {
    'nothing at all': { trace: ask(''), severity: 'warning', cause: undefined },
    'a nonce without OpenID is nothing': {
      trace: ask('&nonce=n&scope=email'),
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    state: ask('&state=s').replace('&iss', '&state=s&iss'),
    PKCE: ask('&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256'),
    'what a wallet answers':
      'GET https://wallet.test/authorize?client_id=c&response_type=vp_token&response_mode=direct_post&response_uri=https://app.test/vp&nonce=n -> 200 <p>Show</p>',
    'a nonce': ask('&nonce=n&scope=openid'),
    'a popup that answers by a message':
      'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=postmessage -> 200 <p>Sign in</p>',
    'the request was pushed': ask('&request_uri=urn:x:1'),
  },
});
