import { checkRule } from '../../../testing/check-rule.ts';
import { traceStart } from '../../../testing/trace-text.ts';
import { unsignedJwt } from '../../../testing/messages.ts';

const claims = { client_id: 'c', redirect_uri: 'https://app.test/cb', scope: 'openid' };
const ask = (
  object: string,
  more = '',
  answer = '302 https://app.test/cb?error=invalid_request_object&state=s',
): string =>
  `GET https://op.test/authorize?client_id=c&response_type=code&state=s&request=${object}${more} -> ${answer}`;
const works = '302 https://app.test/cb?code=k&state=s';
const now = traceStart / 1000;

checkRule('jar-request-object-invalid', {
  fails: {
    'it is not signed': {
      trace: ask(unsignedJwt(claims, { alg: 'none' })),
      severity: 'error',
      cause: 'request_object_invalid',
    },
    'it had expired': {
      trace: ask(unsignedJwt({ ...claims, exp: now - 600 })),
      severity: 'error',
      cause: 'request_object_invalid',
    },
    'it is of another client': {
      trace: ask(unsignedJwt({ ...claims, client_id: 'other' })),
      severity: 'error',
      cause: 'request_object_invalid',
    },
    'a copy outside differs': {
      trace: ask(unsignedJwt(claims), '&scope=email', works),
      severity: 'warning',
      cause: undefined,
      says: /which alone counts/,
    },
  },
  silent: {
    'all is well': ask(unsignedJwt({ ...claims, exp: now + 600 }), '&scope=openid', works),
    'parameters beside it that it does not have (OpenID Connect joins them)': ask(
      unsignedJwt(claims),
      '&nonce=n',
      works,
    ),
    'it is encrypted': ask('a.b.c.d.e', '', works),
    'there is none': `GET https://op.test/authorize?client_id=c&response_type=code&redirect_uri=https://app.test/cb&state=s -> ${works}`,
  },
});
