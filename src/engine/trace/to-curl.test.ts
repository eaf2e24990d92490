import { expect, expectTypeOf, test } from 'vitest';
import { failedFlow } from '../../testing/failed-login.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import type { Exchange } from '../http/exchange.ts';
import { createRedactor } from './redact.ts';
import { revealSession } from './shareable.ts';
import { requestToCurl, toCurl } from './to-curl.ts';

const exchanges = fromTraceText(`
POST https://op.test/token?x=1 [Content-Type: application/x-www-form-urlencoded] [User-Agent: a] grant_type=password&username=o'neill -> 400 {"error":"x"} [Cache-Control: no-store] id=authorize
GET https://op.test/userinfo [Accept: text/html] -> net::ERR_FAILED unknown=responseBody,responseHeaders id=callback
`);

test('a request is a curl command that a shell reads back as it was', () => {
  const [, first, second, ...more] = toCurl(revealSession(exchanges, { flows: [failedFlow] }))
    .trimEnd()
    .split('\n\n');
  expect(first).toBe(
    [
      "# 1 Authorization request: 302\ncurl 'https://op.test/token?x=1'",
      "-H 'Content-Type: application/x-www-form-urlencoded'",
      "--data-raw 'grant_type=password&username=o'\\''neill'",
    ].join(' \\\n  '),
  );
  expect(second).toBe(
    "# 2 Authorization response: 200\ncurl 'https://op.test/userinfo' \\\n  -H 'Accept: text/html'",
  );
  expect(more).toEqual([]);
});

test('one request alone is written once it is redacted, and not before', () => {
  const redactor = createRedactor({ key: new Uint8Array(32) });
  const [post] = exchanges;
  expectTypeOf<Exchange>().not.toExtend<Parameters<typeof requestToCurl>[0]>();
  const command = post && requestToCurl(redactor.redact(post));
  expect(command).toContain("--data-raw 'grant_type=password&username=‹username·");
  expect(command).not.toContain('neill');
});
