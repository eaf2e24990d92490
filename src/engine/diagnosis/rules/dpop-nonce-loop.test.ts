import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';

const proof = (claims: object): string => unsignedJwt(claims, { typ: 'dpop+jwt', alg: 'ES256' });
const token = (claims: object, answer: string): string =>
  `POST https://op.test/token [DPoP: ${proof(claims)}] grant_type=authorization_code&client_id=c&code=k -> ${answer}`;
const asked = '400 [DPoP-Nonce: n1] {"error":"use_dpop_nonce"}';

checkRule('dpop-nonce-loop', {
  fails: {
    'the client gives up': {
      trace: token({}, asked),
      severity: 'error',
      cause: 'dpop_invalid',
      says: /did not repeat/,
    },
    'the nonce is left out': {
      trace: `${token({}, asked)}\n${token({}, asked)}`,
      severity: 'error',
      cause: 'dpop_invalid',
      says: /without the nonce/,
    },
    'the nonce is another': {
      trace: `${token({}, asked)}\n${token({ nonce: 'n0' }, asked)}\n${token({ nonce: 'n0' }, asked)}`,
      severity: 'error',
      cause: 'dpop_invalid',
      says: /another nonce/,
    },
  },
  silent: {
    'one nonce serves for several requests': `${token({}, asked)}\n${token({ nonce: 'n1' }, '200 {"access_token":"t","token_type":"DPoP","refresh_token":"r"}')}\nPOST https://op.test/token [DPoP: ${proof({ nonce: 'n1' })}] grant_type=refresh_token&client_id=c&refresh_token=r -> 200 {"access_token":"u","token_type":"DPoP"}`,
    'an API asks for a nonce of its own': `${token({}, asked)}\n${token({ nonce: 'n1' }, '200 {"access_token":"t","token_type":"DPoP"}')}\nGET https://api.test/x [Authorization: DPoP t] [DPoP: ${proof({ nonce: 'n1' })}] -> 401 [DPoP-Nonce: m1] [WWW-Authenticate: DPoP error="use_dpop_nonce"]\nGET https://api.test/x [Authorization: DPoP t] [DPoP: ${proof({ nonce: 'm1' })}] -> 200 {}`,
    'the nonce came with an answer before': `${token({ nonce: 'n0' }, '200 [DPoP-Nonce: n1] {"access_token":"t","token_type":"DPoP","refresh_token":"r"}')}\nPOST https://op.test/token [DPoP: ${proof({ nonce: 'n1' })}] grant_type=refresh_token&client_id=c&refresh_token=r -> 200 {"access_token":"u","token_type":"DPoP"}`,
    'the client repeats it with the nonce': `${token({}, asked)}\n${token({ nonce: 'n1' }, '200 {"access_token":"t","token_type":"DPoP"}')}`,
    'the repetition is refused for something else': `${token({}, asked)}\n${token({ nonce: 'n1' }, '400 {"error":"invalid_grant"}')}`,
    'none is asked for': token({}, '200 {"access_token":"t","token_type":"DPoP"}'),
  },
});
