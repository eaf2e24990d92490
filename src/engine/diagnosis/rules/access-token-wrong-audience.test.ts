import { checkRule } from '../../../testing/check-rule.ts';
import { unsignedJwt } from '../../../testing/messages.ts';

const trace = (claims: object, answer: string, url = 'https://api.test/x'): string => {
  const token = unsignedJwt({ scope: 'a', ...claims });
  return `POST https://op.test/token grant_type=client_credentials&client_id=c&client_secret=x -> 200 {"access_token":"${token}","token_type":"Bearer"}
    GET ${url} [Authorization: Bearer ${token}] -> ${answer}`;
};
const refused = '401 [WWW-Authenticate: Bearer error="invalid_token"] ';

checkRule('access-token-wrong-audience', {
  fails: {
    'a token for another API': {
      trace: trace({ aud: 'https://graph.test' }, refused),
      severity: 'error',
      cause: undefined,
    },
    'a token for userinfo of another server': {
      trace: trace({ aud: ['https://a.test', 'https://b.test/api'] }, refused, 'https://op.test/userinfo'),
      severity: 'error',
      cause: 'access_token_invalid',
      says: /another API/,
    },
  },
  silent: {
    'a token that cannot be read':
      'POST https://op.test/token grant_type=client_credentials&client_id=c&client_secret=x -> 200 {"access_token":"opaque-token-1","token_type":"Bearer"}\nGET https://api.test/x [Authorization: Bearer opaque-token-1] -> 401 [WWW-Authenticate: Bearer error="invalid_token"] ',
    'this API': trace({ aud: 'https://api.test/x' }, refused),
    'a name may be this API': trace({ aud: 'api' }, refused),
    'an id may be this API': trace({ aud: '00000003-0000-0000-c000-000000000000' }, refused),
    'it is accepted': trace({ aud: 'https://graph.test' }, '200 {}'),
    'the API asks for a scope': trace(
      { aud: 'https://graph.test' },
      '403 [WWW-Authenticate: Bearer error="insufficient_scope"] ',
    ),
  },
});
