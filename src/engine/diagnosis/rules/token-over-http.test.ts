import { checkRule } from '../../../testing/check-rule.ts';

const token = (url: string, answer = '200 {"access_token":"t"}'): string =>
  `POST ${url} grant_type=refresh_token&client_id=c&refresh_token=r -> ${answer}`;

checkRule('token-over-http', {
  fails: {
    'the token endpoint': { trace: token('http://op.test/token'), severity: 'warning', cause: undefined },
    'the authorization endpoint': {
      trace:
        'GET http://op.intranet/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k&state=s',
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    https: token('https://op.test/token'),
    localhost: token('http://localhost:8080/token'),
    'a loopback address': token('http://127.0.0.1:8080/token'),
    'a name below localhost': token('http://op.localhost/token'),
    'SAML inside the login, which is not judged': `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 http://idp.test/sso?SAMLRequest=x
      GET http://idp.test/sso?SAMLRequest=x -> 200 <p>Log in</p>
      POST https://op.test/acs SAMLResponse=x -> 302 https://app.test/cb?code=k&state=s`,
    'the browser upgrades it': `${token('http://op.test/token', '307 https://op.test/token')}\n${token('https://op.test/token')}`,
  },
});
