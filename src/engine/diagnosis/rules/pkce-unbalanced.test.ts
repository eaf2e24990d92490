import { checkRule } from '../../../testing/check-rule.ts';

const challenge = '&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256';
const verifier = '&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const ask = (pkce: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s${pkce} -> 302 https://app.test/cb?code=k1&state=s`;
const redeem = (pkce: string, answer = '-> 400 {"error":"invalid_grant"}'): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb${pkce} ${answer}`;

checkRule('pkce-unbalanced', {
  fails: {
    'the verifier is missing': {
      trace: `${ask(challenge)}\n${redeem('')}`,
      severity: 'error',
      cause: 'pkce_verifier_missing',
    },
    'the challenge is missing': {
      trace: `${ask('')}\n${redeem(verifier)}`,
      severity: 'error',
      cause: 'pkce_verifier_unexpected',
    },
  },
  silent: {
    'both are there': `${ask(challenge)}\n${redeem(verifier)}`,
    'the code is of another login': `${ask(challenge)}\n${redeem('').replace('code=k1', 'code=k2')}`,
    'neither is there': `${ask('')}\n${redeem('')}`,
    'the body was not captured': `${ask(challenge)}\n${redeem('')} unknown=requestBody`,
    'the server does not enforce it': `${ask(challenge)}\n${redeem('', '-> 200 {"access_token":"t","token_type":"Bearer"}')}`,
    'the authorization request was pushed': `GET https://op.test/authorize?client_id=c&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3A1 -> 302 https://app.test/cb?code=k1&state=s\n${redeem(verifier)}`,
  },
});
