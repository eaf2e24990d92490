import { checkRule } from '../../../testing/check-rule.ts';

// RFC 7636 appendix B.
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const ask = (pkce: string, tab = 1, code = 'k1'): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s${tab}&${pkce} -> 302 https://app.test/cb?code=${code}&state=s${tab} tab=${tab}`;
const redeem = (sent: string, answer = '-> 400 {"error":"invalid_grant"}'): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb&code_verifier=${sent} ${answer}`;
const s256 = `code_challenge=${challenge}&code_challenge_method=S256`;
const other = 'code_challenge=JBbiqONGWPaAmwXk_8bT6UnlPfrn65D32eZlJS-zGG0&code_challenge_method=S256';

checkRule('pkce-verifier-mismatch', {
  fails: {
    'the verifier is a stranger': {
      trace: `${ask(s256)}\n${redeem('some-other-verifier-some-other-verifier-some')}`,
      severity: 'error',
      cause: 'pkce_verifier_mismatch',
    },
    'the verifier belongs to the login in another tab': {
      trace: `${ask(other)}\n${ask(s256, 2, 'k2')}\n${redeem(verifier)}`,
      severity: 'error',
      cause: 'pkce_verifier_mismatch',
      says: /verifier of another login/,
    },
    'the challenge is padded base64': {
      trace: `${ask(`code_challenge=${challenge}%3D&code_challenge_method=S256`)}\n${redeem(verifier)}`,
      severity: 'error',
      cause: 'pkce_verifier_mismatch',
      says: /base64url/,
    },
    'the challenge is hexadecimal': {
      trace: `${ask('code_challenge=13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3&code_challenge_method=S256')}\n${redeem(verifier)}`,
      severity: 'error',
      cause: 'pkce_verifier_mismatch',
      says: /hexadecimal/,
    },
    'the method is left out, so it means plain': {
      trace: `${ask(`code_challenge=${challenge}`)}\n${redeem(verifier)}`,
      severity: 'error',
      cause: 'pkce_verifier_mismatch',
      says: /code_challenge_method does not say so/,
    },
  },
  silent: {
    'they belong together': `${ask(s256)}\n${redeem(verifier)}`,
    'plain, and equal': `${ask(`code_challenge=${verifier}&code_challenge_method=plain`)}\n${redeem(verifier)}`,
    'the server does not enforce it': `${ask(other)}\n${redeem(verifier, '-> 200 {"access_token":"t","token_type":"Bearer"}')}`,
    'a method of the future': `${ask(`code_challenge=${challenge}&code_challenge_method=S512`)}\n${redeem(verifier)}`,
    'one side was redacted': `${ask(s256)}\n${redeem('%E2%80%B9code_verifier%C2%B7a3f9%C2%B743%20chars%E2%80%BA')}`,
  },
});
