import { jwkThumbprint } from '../../oauth/jwk-thumbprint.ts';
import { checkRule } from '../../../testing/check-rule.ts';

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwk = (x: string): object => ({ kty: 'EC', crv: 'P-256', x: x.repeat(43), y: 'y'.repeat(43) });
const proof = (x: string): string =>
  `[DPoP: ${encoded({ typ: 'dpop+jwt', alg: 'ES256', jwk: jwk(x) })}.${encoded({ jti: `j-${x}` })}.sig] `;
const thumbprint = (x: string): string => jwkThumbprint(jwk(x)) ?? '';

const ask = (more: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s${more} -> 302 https://app.test/cb?code=k&state=s`;
const redeem = (key: string, answer: string): string =>
  `POST https://op.test/token ${key}grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> ${answer}`;
const refresh = (key: string, answer: string, more = ''): string =>
  `POST https://op.test/token ${more}${key}grant_type=refresh_token&client_id=c&refresh_token=r1 -> ${answer}`;
const issued = '200 {"access_token":"t","token_type":"DPoP","refresh_token":"r1"}';
const renewed = '200 {"access_token":"t2","token_type":"DPoP","refresh_token":"r2"}';
const refused = '400 {"error":"invalid_grant"}';
const bound = ask(`&dpop_jkt=${thumbprint('a')}`);
const call = (key: string, answer: string): string =>
  `GET https://op.test/userinfo [Authorization: DPoP t] ${key}-> ${answer}`;

checkRule('dpop-key-mismatch', {
  fails: {
    'the request names one key, the redemption proves another': {
      trace: `${bound}\n${redeem(proof('b'), refused)}`,
      severity: 'error',
      cause: 'dpop_invalid',
      says: /code is bound to one DPoP key/,
    },
    'the request names a key, the redemption proves none': {
      trace: `${bound}\n${redeem('', refused)}`,
      severity: 'error',
      cause: 'dpop_invalid',
      says: /no proof of that key/,
    },
    'the pushed request proves one key, the redemption another': {
      trace: `POST https://op.test/par ${proof('a')}response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 201 {"request_uri":"urn:ietf:params:oauth:request_uri:u","expires_in":60}
GET https://op.test/authorize?client_id=c&request_uri=urn:ietf:params:oauth:request_uri:u -> 302 https://app.test/cb?code=k&state=s
${redeem(proof('b'), '400 {"error":"invalid_dpop_proof"}')}`,
      severity: 'error',
      cause: 'dpop_invalid',
    },
    'a public client refreshes with a new key': {
      trace: `${redeem(proof('a'), issued)}\n${refresh(proof('b'), refused)}`,
      severity: 'error',
      cause: 'dpop_invalid',
      says: /refresh token is bound/,
    },
    'the token is sent with a proof of another key': {
      trace: `${redeem(proof('a'), issued)}\n${call(proof('b'), '401 [WWW-Authenticate: DPoP error="invalid_token"] ')}`,
      severity: 'error',
      cause: 'dpop_invalid',
      says: /access token is bound/,
    },
    'the server accepts another key': {
      trace: `${bound}\n${redeem(proof('b'), issued)}`,
      severity: 'warning',
      cause: undefined,
    },
  },
  silent: {
    'one key all along': `${bound}\n${redeem(proof('a'), issued)}\n${call(proof('a'), '200 {"sub":"u"}')}\n${refresh(proof('a'), renewed)}`,
    'a refresh token of a confidential client is bound to no key': `${redeem(proof('a'), issued)}\n${refresh(proof('b'), renewed, '[Authorization: Basic YzpzZWNyZXQ=] ')}`,
    'no proof anywhere': `${ask('')}\n${redeem('', refused)}`,
    'a token that is not bound': `${redeem(proof('a'), '200 {"access_token":"t","token_type":"Bearer"}')}\n${call(proof('b'), '200 {"sub":"u"}')}`,
  },
});
