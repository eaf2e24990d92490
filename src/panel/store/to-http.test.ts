import { expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { curlOf } from '../../engine/trace/to-curl.ts';
import { toHttp } from './to-http.ts';

const [post, get] = fromTraceText(`
POST https://op.test/token?x=1 [Content-Type: application/x-www-form-urlencoded] [User-Agent: a] grant_type=password&username=o'neill -> 400 {"error":"x"} [Cache-Control: no-store]
GET https://op.test/userinfo [Accept: text/html] -> net::ERR_FAILED unknown=responseBody,responseHeaders
`);

test('a request is a curl command that a shell reads back as it was', () => {
  expect(post && curlOf(post)).toBe(
    [
      "curl 'https://op.test/token?x=1'",
      "-H 'Content-Type: application/x-www-form-urlencoded'",
      "--data-raw 'grant_type=password&username=o'\\''neill'",
    ].join(' \\\n  '),
  );
  expect(get && curlOf(get)).toBe("curl 'https://op.test/userinfo' \\\n  -H 'Accept: text/html'");
});

test('an exchange reads as on the wire, and what was not captured is said', () => {
  expect(post && toHttp(post).request.split('\n').slice(0, 2)).toEqual(['POST /token?x=1', 'Host: op.test']);
  expect(post && toHttp(post).answer).toBe('HTTP 400\nCache-Control: no-store\n\n{"error":"x"}');
  expect(get && toHttp(get).answer).toContain('net::ERR_FAILED');
});
