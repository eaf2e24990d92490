import { checkRule } from '../../../testing/check-rule.ts';

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const s256 = `&code_challenge=${challenge}&code_challenge_method=S256`;
const ask = (pkce: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=some-state-123&nonce=n1${pkce} -> 302 https://app.test/cb?code=k1&state=some-state-123`;
const redeem = (
  pkce: string,
  answer = '-> 200 {"access_token":"t","token_type":"Bearer"}',
  code = 'k1',
): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=${code}&redirect_uri=https://app.test/cb${pkce} ${answer}`;

checkRule('pkce-not-enforced', {
  fails: {
    'no verifier': { trace: `${ask(s256)}\n${redeem('')}`, severity: 'warning', cause: undefined },
    'a wrong verifier': {
      trace: `${ask(s256)}\n${redeem(`&code_verifier=${verifier.replace('d', 'e')}`)}`,
      severity: 'warning',
      cause: undefined,
    },
    'a verifier without a challenge': {
      trace: `${ask('')}\n${redeem(`&code_verifier=${verifier}`)}`,
      severity: 'info',
      cause: undefined,
    },
  },
  silent: {
    'they fit': `${ask(s256)}\n${redeem(`&code_verifier=${verifier}`)}`,
    'the server refuses': `${ask(s256)}\n${redeem('', '-> 400 {"error":"invalid_grant"}')}`,
    'no PKCE on either side': `${ask('')}\n${redeem('')}`,
    'the body was not captured': `${ask(s256)}\n${redeem('')} unknown=requestBody`,
    'the request was pushed out of sight': `GET https://op.test/authorize?client_id=c&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3A1 -> 302 https://app.test/cb?code=k1&state=some-state-123\n${redeem(`&code_verifier=${verifier}`)}`,
    'a hash whose method is left out': `${ask(`&code_challenge=${challenge}`)}\n${redeem(`&code_verifier=${verifier}`)}`,
  },
});
