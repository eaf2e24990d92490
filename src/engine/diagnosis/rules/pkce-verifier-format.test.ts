import { checkRule } from '../../../testing/check-rule.ts';

const redeem = (verifier: string, answer = '-> 400 {"error":"invalid_grant"}'): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb&code_verifier=${verifier} ${answer}`;
const ask = (challenge: string, answer = '302 https://app.test/cb?code=k1&state=s'): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&code_challenge_method=S256&code_challenge=${challenge} -> ${answer}`;
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const good = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

checkRule('pkce-verifier-format', {
  fails: {
    'too short': {
      trace: redeem('short'),
      severity: 'error',
      cause: 'pkce_verifier_mismatch',
      says: /5 characters/,
    },
    'padded base64': {
      trace: redeem(`${good}%3D`),
      severity: 'error',
      cause: 'pkce_verifier_mismatch',
      says: /ends with “=”/,
    },
    'too short, and the server lets it pass': {
      trace: redeem('short', '-> 200 {"access_token":"t","token_type":"Bearer"}'),
      severity: 'warning',
      cause: undefined,
    },
    'a padded challenge, refused at once': {
      trace: ask(`${challenge}%3D`, '302 https://app.test/cb?error=invalid_request&state=s'),
      severity: 'error',
      cause: 'request_malformed',
      says: /ends with “=”/,
    },
    'a challenge that is the hash in hexadecimal': {
      trace: `${ask('13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3')}\n${redeem(good)}`,
      severity: 'error',
      cause: 'pkce_verifier_mismatch',
    },
    'a padded challenge that the server takes': {
      trace: `${ask(`${challenge}%3D`)}\n${redeem(good, '-> 200 {"access_token":"t","token_type":"Bearer"}')}`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'a well-formed challenge': `${ask(challenge)}\n${redeem(good)}`,
    'a plain challenge is as short as its verifier': `${ask('short').replace('=S256', '=plain')}\n${redeem('')}`,
    'the challenge was redacted': `${ask('‹code_challenge·a3f9-7c1e·43%20chars›')}\n${redeem(good)}`,
    'the method is not known': `${ask('x').replace('=S256', '=S512')}\n${redeem(good)}`,
    'well formed': redeem(good),
    'as long as may be': redeem('a'.repeat(128)),
    none: redeem(''),
    'it was redacted': redeem('‹code_verifier·a3f9-7c1e·43%20chars›'),
  },
});
