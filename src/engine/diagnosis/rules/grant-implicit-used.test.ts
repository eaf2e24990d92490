import { checkRule } from '../../../testing/check-rule.ts';

const ask = (type: string, answer: string): string =>
  `GET https://op.test/authorize?response_type=${type}&client_id=c&redirect_uri=https://app.test/cb&state=s&nonce=n&scope=openid -> 302 https://app.test/cb#${answer}&state=s`;

checkRule('grant-implicit-used', {
  fails: {
    'a token comes in the fragment': {
      trace: ask('token', 'access_token=t&token_type=bearer'),
      severity: 'warning',
      cause: undefined,
    },
    'a token comes beside a code': {
      trace: ask('code+token', 'code=k&access_token=t&token_type=bearer'),
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'an ID token only': ask('id_token', 'id_token=a.b.c'),
    'a code and an ID token': ask('code+id_token', 'code=k&id_token=a.b.c'),
    'a code':
      'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k&state=s',
  },
});
