import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';

const claims = { iss: 'https://op.test', exp: 1, aud: 'api', sub: 'u', client_id: 'c', iat: 1, jti: 'j' };
const answer = (token: string): string =>
  `POST https://op.test/token grant_type=client_credentials&client_id=c&client_secret=s3cr3t -> 200 {"access_token":"${token}","token_type":"Bearer","expires_in":60} tab=none`;
const profiled = (more: object, alg = 'ES256'): string =>
  answer(unsignedJwt({ ...claims, ...more }, { alg, typ: 'at+jwt' }));

checkRule('jwt-access-token-profile', {
  fails: {
    'no jti': { trace: profiled({ jti: undefined }), severity: 'info', cause: undefined, says: /lacks jti/ },
    'claims of an ID token': { trace: profiled({ nonce: 'n' }), severity: 'warning', cause: undefined },
    'no signature': { trace: profiled({}, 'none'), severity: 'error', cause: undefined },
  },
  silent: {
    'all is well': profiled({}),
    'a JWT of no such type is opaque': answer(unsignedJwt({ sub: 'u' })),
    'no JWT': answer('opaque'),
  },
});
