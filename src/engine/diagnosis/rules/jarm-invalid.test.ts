import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';
import { traceStart } from '../../../testing/trace-text.ts';

const now = traceStart / 1000;
const claims = { iss: 'https://op.test', aud: 'c', exp: now + 60, code: 'k', state: 's' };
const discovery =
  'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","authorization_endpoint":"https://op.test/authorize"}';
const login = (answer: string, mode = 'jwt'): string =>
  `${discovery}
GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&response_mode=${mode} -> 302 https://app.test/cb?${answer}`;
const signed = (more: object, header?: object): string =>
  login(`response=${unsignedJwt({ ...claims, ...more }, header)}`);

checkRule('jarm-invalid', {
  fails: {
    'a plain answer came': {
      trace: login('code=k&state=s'),
      severity: 'error',
      cause: undefined,
      says: /plain/,
    },
    'it is not signed': { trace: signed({}, { alg: 'none' }), severity: 'error', cause: undefined },
    'another issuer': {
      trace: signed({ iss: 'https://other.test' }),
      severity: 'error',
      cause: 'issuer_mismatch',
    },
    'another client': { trace: signed({ aud: 'other' }), severity: 'error', cause: undefined },
    'it had expired': { trace: signed({ exp: now - 60 }), severity: 'error', cause: undefined },
  },
  silent: {
    'all is well': signed({}),
    'one of several audiences': signed({ aud: ['x', 'c'] }),
    'an error is signed as well': login(
      `response=${unsignedJwt({ iss: 'https://op.test', aud: 'c', error: 'access_denied', state: 's' })}`,
    ),
    'it is encrypted': login('response=a.b.c.d.e'),
    'none was asked for': login('code=k&state=s', 'query'),
  },
});
