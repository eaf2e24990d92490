import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';

const good = { htm: 'POST', htu: 'https://op.test/token', jti: 'j1', iat: 1_800_000_000 };
const key = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' };
const token = (claims: object, header: object = {}, answer = '400 {"error":"invalid_dpop_proof"}'): string =>
  `POST https://op.test/token [DPoP: ${unsignedJwt({ ...good, ...claims }, { typ: 'dpop+jwt', alg: 'ES256', jwk: key, ...header })}] grant_type=authorization_code&client_id=c&code=k -> ${answer}`;
const fails = (trace: string, says: RegExp) =>
  ({ trace, severity: 'error', cause: 'dpop_invalid', says }) as const;

checkRule('dpop-proof-invalid', {
  fails: {
    'another method': fails(token({ htm: 'GET' }), /htm is another method/),
    'another URL': fails(token({ htu: 'https://op.test/other' }), /htu is another URL/),
    'another type': fails(token({}, { typ: 'JWT' }), /typ is not dpop\+jwt/),
    'no key': fails(token({}, { jwk: undefined }), /no jwk/),
    'the private key': fails(token({}, { jwk: { ...key, d: 'd' } }), /reveals the private key/),
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
