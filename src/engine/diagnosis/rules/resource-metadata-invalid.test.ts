import { expect, test } from 'vitest';
import { checkRule } from '../../../testing/check-rule.ts';
import { fromTraceText } from '../../../testing/trace-text.ts';
import { analyze } from '../../analyze.ts';

const metadata = 'https://api.test/.well-known/oauth-protected-resource/mcp';
const login = `GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","authorization_endpoint":"https://op.test/authorize","token_endpoint":"https://op.test/token"}
GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s
POST https://op.test/token grant_type=authorization_code&client_id=c&code=k1&redirect_uri=https://app.test/cb -> 200 {"access_token":"token-for-the-api","token_type":"Bearer"}`;
const call = `GET https://api.test/mcp [Authorization: Bearer token-for-the-api] -> 401 [WWW-Authenticate: Bearer error="invalid_token", resource_metadata="${metadata}"]`;
const api = (servers: string, resource = 'https://api.test/mcp'): string =>
  `GET ${metadata} -> 200 {"resource":"${resource}","authorization_servers":${servers}} kind=fetch`;

checkRule('resource-metadata-invalid', {
  fails: {
    'the login ran at a server that the API does not list': {
      trace: `${login}\n${call}\n${api('["https://id.other.test/tenant"]')}`,
      severity: 'error',
      cause: undefined,
      says: /takes tokens of other servers/,
    },
    'the document is of another API': {
      trace: `${api('["https://op.test"]', 'http://10.0.0.7:8080/mcp')}\n${login}\n${call}`,
      severity: 'error',
      cause: undefined,
      says: /describes itself as another API/,
    },
  },
  silent: {
    'the API lists the server': `${login}\n${call}\n${api('["https://id.other.test","https://op.test"]')}`,
    'the API lists another spelling of the issuer': `${login}\n${call}\n${api('["https://op.test/tenant/v2.0/"]')}`,
    'the API lists none': `${login}\n${call}\n${api('[]')}`,
    'the API has no such document': `${login}\n${call}`,
    'an ordinary API has none': `${login}\n${call.replace(/, resource_metadata="[^"]*"/, '')}\n${api('["https://id.other.test"]')}`,
    'a call without a token is how a client learns where to log in': `${call.replace(' [Authorization: Bearer token-for-the-api]', '')}\n${api('["https://id.other.test"]')}\n${login}`,
    'nothing names the issuer': `${login.slice(login.indexOf('\n') + 1)}\n${call}\n${api('["https://id.other.test"]')}`,
    'the call is taken': `${login}\n${call.replace(/-> .*/, '-> 200 {}')}\n${api('["https://id.other.test"]')}`,
  },
});

test('the document counts whether it comes before the call or after it', () => {
  const exchanges = fromTraceText(`${login}\n${call}\n${api('["https://id.other.test"]')}`);
  expect(analyze(exchanges.toReversed())).toEqual(analyze(exchanges));
});
