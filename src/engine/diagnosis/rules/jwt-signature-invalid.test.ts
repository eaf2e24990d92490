import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';

const token = (alg: string): string => unsignedJwt({ iss: 'https://op.test', aud: 'c', nonce: 'n' }, { alg });
const front = (alg: string): string =>
  `GET https://op.test/authorize?response_type=id_token&client_id=c&redirect_uri=https://app.test/cb&state=s&nonce=n&scope=openid -> 302 https://app.test/cb#id_token=${token(alg)}&state=s`;
const back = (alg: string, secret = ''): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c${secret}&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","token_type":"Bearer","id_token":"${token(alg)}"}`;

checkRule('jwt-signature-invalid', {
  fails: {
    'through the browser': { trace: front('none'), severity: 'error', cause: undefined },
    'from the token endpoint, where it may be registered so': {
      trace: back('none'),
      severity: 'info',
      cause: undefined,
    },
    'a client without a secret': { trace: back('HS256'), severity: 'warning', cause: undefined },
  },
  silent: {
    'an encrypted token': back('none').replace(token('none'), 'a.b.c.d.e'),
    'an access token is another party’s': back('ES256').replace(
      '"access_token":"t"',
      `"access_token":"${token('none')}"`,
    ),
    'an asymmetric signature': front('ES256'),
    'a client with a secret': back('HS256', '&client_secret=s3cr3t'),
    'a secret that may be elsewhere': front('HS256'),
  },
});
