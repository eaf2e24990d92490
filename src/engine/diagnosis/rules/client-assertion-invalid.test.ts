import { checkRule, type FailingFixture } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';
import { traceStart } from '../../../testing/trace-text.ts';

const now = traceStart / 1000;
const good = { iss: 'c', sub: 'c', aud: 'https://op.test', exp: now + 60, iat: now, jti: '1' };
const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const metadata =
  'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","token_endpoint":"https://op.test/token"} kind=fetch';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';
const refused = '-> 401 {"error":"invalid_client"}';
const send = (assertion: string, answer = refused, announced = type): string =>
  `POST https://op.test/token grant_type=client_credentials&client_id=c&client_assertion_type=${announced}&client_assertion=${assertion} ${answer}`;
const call = (claims: object, answer = refused): string => send(unsignedJwt({ ...good, ...claims }), answer);
const invalid = (trace: string, says: RegExp): FailingFixture => ({
  trace,
  severity: 'error',
  cause: 'client_assertion_invalid',
  says,
});

checkRule('client-assertion-invalid', {
  fails: {
    'its jti was used in the call that the server asked to repeat': invalid(
      `${call({}, '-> 400 [DPoP-Nonce: n1] {"error":"use_dpop_nonce"}')}\n${call({})} @1s`,
      /jti/,
    ),
    'its jti was used in a call before': invalid(
      `${call({}, issued)}\n${call({ exp: now + 90 })} @10s`,
      /jti was sent before/,
    ),
    'it was sent before': invalid(`${call({}, issued)}\n${call({})} @10s`, /sent before/),
    'the audience is another server': invalid(
      `${metadata}\n${call({ aud: 'https://other.test' })}`,
      /has an aud/,
    ),
    'it had expired': invalid(call({ exp: now - 3600 }), /had expired/),
    'it lives too long': invalid(call({ exp: now + 86_400 }), /more than an hour/),
    'the clock is ahead': invalid(call({ iat: now + 600 }), /of the future/),
    'iss and sub differ': invalid(call({ iss: 'someone' }), /iss that is not its sub/),
    'it is for another client': invalid(call({ iss: 'd', sub: 'd' }), /another client_id/),
    'it is not signed': invalid(send(unsignedJwt(good, { alg: 'none' })), /not signed/),
    'its type is wrong': invalid(send(unsignedJwt(good), refused, 'jwt-bearer'), /client_assertion_type/),
    'it is no JWT': invalid(send('abc'), /not a JWT/),
    'the server says so': {
      trace: call(
        {},
        '-> 401 {"error":"invalid_client","error_description":"client_assertion signature is invalid"}',
      ).replaceAll('https://op.test/token', 'https://dev-1.okta.com/oauth2/v1/token'),
      severity: 'error',
      cause: 'client_assertion_invalid',
    },
  },
  silent: {
    'it is no JWT but SAML (RFC 7522 §2.2)': send(
      btoa('<saml:Assertion/>'),
      refused,
      'urn:ietf:params:oauth:client-assertion-type:saml2-bearer',
    ),
    'a symmetric one names no key': send(
      unsignedJwt(good, { alg: 'HS256' }),
      '-> 400 {"error":"invalid_grant"}',
    ),
    'a fresh one after one that worked': `${call({}, issued)}\n${call({ jti: '2' })} @10s`,
    'the audience is the token endpoint, which is legal': `${metadata}\n${call({ aud: ['https://op.test/token'] })}`,
    'the issuer is not known': call({ aud: 'https://issuer.test' }),
    'it was accepted': call(
      { aud: 'https://other.test' },
      '-> 200 {"access_token":"t","token_type":"Bearer"}',
    ),
    'the server’s clock decides': `${call({ exp: now - 100, iat: now - 300 })} [Date: ${new Date(traceStart - 200_000).toUTCString()}]`,
    'the code is what is refused': call({ exp: now - 3600 }, '-> 400 {"error":"invalid_grant"}'),
    'it was redacted': send('‹client_assertion·a3f9·400 chars›'),
  },
});
