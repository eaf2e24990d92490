import { checkRule } from '../../../testing/check-rule.ts';

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const metadata = (methods: string): string =>
  `GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","authorization_endpoint":"https://op.test/authorize"${methods}} kind=fetch`;
const ask = (pkce: string, answer = '-> 302 https://app.test/cb?code=k1&state=some-state-123'): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=some-state-123${pkce} ${answer}`;
const redeem = `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb&code_verifier=${verifier} -> 200 {"access_token":"t","token_type":"Bearer"}`;
const refused = '-> 400 {"error":"invalid_request"}';

checkRule('pkce-plain', {
  fails: {
    plain: {
      trace: `${ask(`&code_challenge=${verifier}&code_challenge_method=plain`)}\n${redeem}`,
      severity: 'warning',
      cause: undefined,
    },
    'no method means plain': {
      trace: `${ask(`&code_challenge=${verifier}`)}\n${redeem}`,
      severity: 'warning',
      cause: undefined,
    },
    'a hash without its method, which the server guessed': {
      trace: `${ask(`&code_challenge=${challenge}`)}\n${redeem}`,
      severity: 'warning',
      cause: undefined,
      says: /does not say so/,
    },
    misspelt: {
      trace: ask(`&code_challenge=${challenge}&code_challenge_method=s256`, refused),
      severity: 'error',
      cause: 'request_malformed',
      says: /“s256”/,
    },
    'the server supports S256 only': {
      trace: `${metadata(',"code_challenge_methods_supported":["S256"]')}\n${ask(`&code_challenge=${verifier}&code_challenge_method=plain`, refused)}`,
      severity: 'error',
      cause: 'request_malformed',
    },
  },
  silent: {
    S256: `${ask(`&code_challenge=${challenge}&code_challenge_method=S256`)}\n${redeem}`,
    'S256, and the document lists no methods': `${metadata('')}\n${ask(`&code_challenge=${challenge}&code_challenge_method=S256`)}\n${redeem}`,
    'no PKCE at all': ask(''),
  },
});
