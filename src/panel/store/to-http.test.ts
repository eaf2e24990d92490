import { expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { createRedactor } from '../../engine/trace/redact.ts';
import { toHttp } from './to-http.ts';

const { redact } = createRedactor({ key: new Uint8Array(32) });
const [post, get] = fromTraceText(`
POST https://op.test/token?prompt=login [Content-Type: application/x-www-form-urlencoded] [User-Agent: a] grant_type=password&username=o'neill -> 400 {"error":"x"} [Cache-Control: no-store]
GET https://op.test/userinfo [Accept: text/html] -> net::ERR_FAILED unknown=responseBody,responseHeaders
`).map((exchange) => redact(exchange));

test('an exchange reads as on the wire, and what was not captured is said', () => {
  expect(post && toHttp(post).request.split('\n').slice(0, 2)).toEqual([
    'POST /token?prompt=login',
    'Host: op.test',
  ]);
  expect(post && toHttp(post).answer).toBe('HTTP 400\nCache-Control: no-store\n\n{"error":"x"}');
  expect(get && toHttp(get).answer).toContain('net::ERR_FAILED');
});
