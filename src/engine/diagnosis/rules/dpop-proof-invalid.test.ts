import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';
import { jwkThumbprint } from '../../oauth/jwk-thumbprint.ts';
import { s256 } from '../../oauth/pkce.ts';

const good = { htm: 'POST', htu: 'https://op.test/token', jti: 'j1', iat: 1_800_000_000 };
const key = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' };
const token = (claims: object, header: object = {}, answer = '400 {"error":"invalid_dpop_proof"}'): string =>
  `POST https://op.test/token [DPoP: ${unsignedJwt({ ...good, ...claims }, { typ: 'dpop+jwt', alg: 'ES256', jwk: key, ...header })}] grant_type=authorization_code&client_id=c&code=k -> ${answer}`;
/** A call with an access token that is bound to `owner`. */
const call = (claims: object, owner: object = key): string => {
  const accessToken = unsignedJwt({ cnf: { jkt: jwkThumbprint(owner) } }, { alg: 'ES256' });
  const login = `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k -> 200 {"access_token":"${accessToken}","token_type":"DPoP"}`;
  const proof = { ...good, htm: 'GET', htu: 'https://api.test/x', ath: s256(accessToken), ...claims };
  return `${login}\nGET https://api.test/x [Authorization: DPoP ${accessToken}] [DPoP: ${unsignedJwt(proof, { typ: 'dpop+jwt', alg: 'ES256', jwk: key })}] -> 401 [WWW-Authenticate: DPoP error="invalid_dpop_proof"]`;
};
const fails = (trace: string, says: RegExp) =>
  ({ trace, severity: 'error', cause: 'dpop_invalid', says }) as const;
/** An API's refusal, which leaves the login as it was. */
const finds = (trace: string, says: RegExp) =>
  ({ trace, severity: 'error', cause: undefined, says }) as const;

checkRule('dpop-proof-invalid', {
  fails: {
    'another method': fails(token({ htm: 'GET' }), /htm is another method/),
    'another URL': fails(token({ htu: 'https://op.test/other' }), /htu is another URL/),
    'another type': fails(token({}, { typ: 'JWT' }), /typ is not dpop\+jwt/),
    'no key': fails(token({}, { jwk: undefined }), /no jwk/),
    'the private key': fails(token({}, { jwk: { ...key, d: 'd' } }), /reveals the private key/),
    'no private key': fails(token({}, { alg: 'HS256' }), /not signed with a private key/),
    'no signature': fails(token({}, { alg: 'none' }), /not signed with a private key/),
    'no id': fails(token({ jti: undefined }), /has no jti/),
    'no time': fails(token({ iat: undefined }), /has no iat/),
    'two proofs': fails(token({}).replace('[DPoP: ', '[DPoP: x] [DPoP: '), /more than one/),
    'no JWT': fails(token({}).replace(/DPoP: [^\]]+/u, 'DPoP: x'), /no signed JWT/),
    'no proof': fails(token({}).replace(/\[DPoP: [^\]]+\] /u, ''), /there is none/),
    'of another access token': finds(call({ ath: s256('another') }), /ath is not the hash/),
    'of no access token': finds(call({ ath: undefined }), /ath is not the hash/),
    'another key than the token is bound to': finds(
      call({}, { ...key, x: 'z' }),
      /not the one that the access token is bound to/,
    ),
    'another nonce than before, of an API whose other answers are not kept': finds(
      `${call({ jti: 'j0' }).replace('error="invalid_dpop_proof"]', 'error="use_dpop_nonce"] [DPoP-Nonce: n1]')}\n${call({ nonce: 'n2' }).split('\n').at(-1) ?? ''}`,
      /^The server refuses the DPoP proof$/,
    ),
    'refused by UserInfo': fails(
      call({ htu: 'https://op.test/userinfo', ath: 'x' }).replace(
        'https://api.test/x',
        'https://op.test/userinfo',
      ),
      /ath is not the hash/,
    ),
    'of this token and its key': finds(call({}), /^The server refuses the DPoP proof$/),
    'made after the answer': fails(
      token({}, {}, '400 [Date: Fri, 15 Jan 2027 07:00:00 GMT] {"error":"invalid_dpop_proof"}'),
      /iat is 3600 seconds after the server's clock/,
    ),
    'used before': fails(
      `${token({}, {}, '400 {"error":"use_dpop_nonce"}')}\n${token({})}`,
      /jti was used before/,
    ),
    'made long ago': fails(
      token({}, {}, '400 [Date: Fri, 15 Jan 2027 09:00:00 GMT] {"error":"invalid_dpop_proof"}'),
      /iat is 3600 seconds before the server's clock/,
    ),
    'without the nonce that was given': fails(
      `${token({ jti: 'j0' }, {}, '400 [DPoP-Nonce: n1] {"error":"use_dpop_nonce"}')}\n${token({})}`,
      /has no nonce/,
    ),
    'an older nonce': fails(
      `${token({ jti: 'j0' }, {}, '400 [DPoP-Nonce: n1] {"error":"use_dpop_nonce"}')}\n${token({ nonce: 'n0' })}`,
      /not the last that the server gave/,
    ),
    'a proxy before the server changes the URL': fails(
      token({}, {}, '400 {"error":"invalid_dpop_proof","error_description":"DPoP proof htu mismatch"}'),
      /something before the server changes the URL/,
    ),
    'the server does not say what': fails(token({}), /does not fit the request/),
  },
  silent: {
    'the URL without its default port': token(
      { htu: 'https://OP.test:443/token' },
      {},
      '200 {"access_token":"t"}',
    ),
    'a fault that the server tolerates': token({ htm: 'GET' }, {}, '200 {"access_token":"t"}'),
    'another error': token({ htm: 'GET' }, {}, '400 {"error":"invalid_grant"}'),
  },
});
