import { expect, test } from 'vitest';
import { analyze } from '../../analyze.ts';
import { fromTraceText } from '../../../testing/trace-text.ts';
import { checkRule } from '../../../testing/check-rule.ts';

const discovery =
  'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","authorization_endpoint":"https://op.test/authorize","authorization_details_types_supported":["payment"]}';
const ask = (details: string, answer = 'error=invalid_request&state=s'): string =>
  `${discovery}\nGET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&authorization_details=${encodeURIComponent(details)} -> 302 https://app.test/cb?${answer}`;

checkRule('authorization-details-invalid', {
  fails: {
    'an object alone': { trace: ask('{"type":"payment"}'), severity: 'error', cause: 'request_malformed' },
    'no type': { trace: ask('[{"actions":["read"]}]'), severity: 'error', cause: 'request_malformed' },
  },
  silent: {
    'all is well': ask('[{"type":"payment"}]'),
    'the server lists no types': ask('[{"type":"account"}]').replace(discovery, ''),
    'none is sent': ask('').replace('&authorization_details=', ''),
  },
});

test('authorization-details-invalid names a type that the server does not list', () => {
  const [flow] = analyze(fromTraceText(ask('[{"type":"account"}]', 'code=k&state=s'))).flows;
  expect(flow?.findings.map(({ severity, title }) => [severity, title])).toContainEqual([
    'warning',
    'authorization_details has a type that the server does not list',
  ]);
});
