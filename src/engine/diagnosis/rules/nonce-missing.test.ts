import { checkRule } from '../../../testing/check-rule.ts';

const ask = (type: string, more = ''): string =>
  `GET https://op.test/authorize?response_type=${type}&client_id=c&redirect_uri=https://app.test/cb&state=s&scope=openid${more}`;

checkRule('nonce-missing', {
  fails: {
    'the server refuses': {
      trace: `${ask('id_token')} -> 302 https://app.test/cb#error=invalid_request&state=s`,
      severity: 'error',
      cause: 'request_malformed',
      says: /has no nonce/,
    },
    'the server does not mind': {
      trace: `${ask('code+id_token')} -> 302 https://app.test/cb#code=k&id_token=a.b.c&state=s`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'a refreshed ID token needs none': `${ask('code')} -> 302 https://app.test/cb?code=k&state=s\nPOST https://op.test/token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","refresh_token":"r"}\nPOST https://op.test/token grant_type=refresh_token&client_id=c&refresh_token=r -> 200 {"access_token":"u","id_token":"a.b.c"}`,
    'it is there': `${ask('id_token', '&nonce=n')} -> 302 https://app.test/cb#id_token=a.b.c&state=s`,
    'optional with a code': `${ask('code')} -> 302 https://app.test/cb?code=k&state=s`,
    'a pushed request': `${ask('id_token', '&request_uri=urn:x:1')} -> 302 https://app.test/cb#id_token=a.b.c&state=s`,
  },
});
