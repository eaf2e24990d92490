import { checkRule } from '../../../testing/check-rule.ts';
import { traceStart } from '../../../testing/trace-text.ts';

const call = (secret: string, answer: string, url = 'https://op.test/token'): string =>
  `POST ${url} grant_type=client_credentials&client_id=c&client_secret=${secret} ${answer}`;
const refused = '-> 401 {"error":"invalid_client"}';
const issued = '-> 200 {"access_token":"t","token_type":"Bearer"}';
const entra = 'https://login.microsoftonline.com/0f0e0d0c-1111-2222-3333-444455556666/oauth2/v2.0/token';

/** A client registers itself, is given a secret that expires then (Unix seconds), and uses it three minutes later. */
const registered = (expiresAt: number, answer: string, secret = 's3cret-of-the-client'): string =>
  `POST https://op.test/reg [Content-Type: application/json] {"redirect_uris":["https://app.test/cb"]} -> 201 {"client_id":"c","client_secret":"s3cret-of-the-client","client_secret_expires_at":${expiresAt}} @0s\n${call(secret, answer)} @180s`;
const afterStart = (seconds: number): number => Math.floor(traceStart / 1000) + seconds;

/** Apple’s secrets are JWTs. */
const signed = (exp: number): string =>
  [JSON.stringify({ alg: 'ES256' }), JSON.stringify({ sub: 'c', exp }), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

checkRule('client-secret-expired', {
  fails: {
    'it is a JWT that says until when': {
      trace: call(signed(afterStart(-7200)), '-> 400 {"error":"invalid_client"} @0s'),
      severity: 'error',
      cause: 'client_secret_expired',
      says: /a JWT that had expired 2 h before/,
    },
    'its registration said until when': {
      trace: registered(afterStart(60), refused),
      severity: 'error',
      cause: 'client_secret_expired',
      says: /had expired 2 min before this request/,
    },
    'the same secret worked before': {
      trace: `${call('s', issued)}\n${call('s', refused)}`,
      severity: 'error',
      cause: 'client_secret_expired',
      says: /accepted before/,
    },
    'the server says so (Entra ID)': {
      trace: call(
        's',
        '-> 401 {"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys are expired."}',
        entra,
      ),
      severity: 'error',
      cause: 'client_secret_expired',
    },
  },
  silent: {
    'a JWT that is valid': call(signed(afterStart(600)), `${refused} @0s`),
    'a JWT that expired a moment ago by this clock': call(signed(afterStart(-30)), `${refused} @0s`),
    'an expiry of 0 means never': registered(0, refused),
    'its registration says that it is still valid': registered(afterStart(600), refused),
    'another secret than the registered one': registered(afterStart(60), refused, 'an0ther-secret'),
    'the server takes it after its time': registered(afterStart(60), issued),
    'the same secret worked by another method': `POST https://op.test/token [Authorization: Basic ${btoa('c:s')}] grant_type=client_credentials ${issued}\n${call('s', refused)}`,
    'another secret worked before': `${call('old', issued)}\n${call('new', refused)}`,
    'nothing worked before': call('s', refused),
    'it worked later': `${call('s', refused)}\n${call('s', issued)}`,
    'it worked at another server': `${call('s', issued, 'https://other.test/token')}\n${call('s', refused)}`,
    'the server is broken': `${call('s', issued)}\n${call('s', '-> 503 {"error":"invalid_client"}')}`,
    'the server says that it does not know the client': `${call('s', issued)}\n${call('s', '-> 401 {"error":"invalid_client","error_description":"client not found"}')}`,
  },
});
