import { expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';
import type { Exchange } from '../http/exchange.ts';
import { createRedactor } from '../trace/redact.ts';

const metadata =
  'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","authorization_endpoint":"https://op.test/auth","token_endpoint":"https://op.test/token","jwks_uri":"https://op.test/jwks","userinfo_endpoint":"https://op.test/me"}';
const ask =
  'GET https://op.test/auth?response_type=code&client_id=c&scope=openid&state=c2f1b7a09e&redirect_uri=https%3A%2F%2Fapp.test%2Fcb -> 303 https://op.test/interaction/O2CRtQ9t1Y8nSe150fBN-';
const form = 'GET https://op.test/interaction/O2CRtQ9t1Y8nSe150fBN- -> 200 <form></form> kind=navigation @1s';
const posted =
  'POST https://op.test/interaction/O2CRtQ9t1Y8nSe150fBN- user=anna -> 303 https://op.test/auth/O2CRtQ9t1Y8nSe150fBN- kind=navigation @9s';
const forgotten =
  'GET https://op.test/auth/O2CRtQ9t1Y8nSe150fBN- -> 400 <pre>error: invalid_request</pre><pre>error_description: interaction session not found</pre> kind=navigation @9.1s';
const wrongPassword =
  'POST https://op.test/interaction/O2CRtQ9t1Y8nSe150fBN- user=anna -> 401 <p>Name or password is wrong.</p> kind=navigation @9s';
const finished =
  'GET https://op.test/auth/O2CRtQ9t1Y8nSe150fBN- -> 303 https://app.test/cb?code=k&state=c2f1b7a09e kind=navigation @20s';

function told(exchanges: readonly Exchange[]): unknown {
  return analyze(exchanges).flows.map(({ verdict, steps }) => [
    verdict.outcome,
    verdict.causes.map(({ id }) => id),
    steps.map(({ failed }) => failed),
  ]);
}

function redacted(exchanges: readonly Exchange[]): readonly Exchange[] {
  const redactor = createRedactor({ key: new Uint8Array(32) });
  for (const exchange of exchanges) redactor.learn(exchange);
  return exchanges.map((exchange) => redactor.redact(exchange));
}

test.each([
  [
    'a later page of the server no longer knows it',
    [ask, form, posted, forgotten],
    ['failed', ['state_lost'], [true]],
  ],
  ['a wrong password ends it', [ask, form, wrongPassword], ['abandoned', [], [false]]],
  [
    'an error page, and the person goes on',
    [ask, form, posted, forgotten, finished],
    ['handed_to_server', [], [false, false]],
  ],
  [
    'a person turns to another page after the error',
    [ask, form, posted, forgotten, form.replace('@1s', '@15s')],
    ['abandoned', [], [false]],
  ],
])('a login of which %s', (_, lines, expected) => {
  const exchanges = fromTraceText([metadata, ...lines].join('\n'));
  expect(told(exchanges)).toEqual([expected]);
  expect(told(redacted(exchanges))).toEqual([expected]);
});
