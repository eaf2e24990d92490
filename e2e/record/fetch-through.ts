import { request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import type { CustomFetch } from 'openid-client';

/** A `fetch` whose requests go through the proxy on `port`; Node 20's own knows no proxies. */
export function fetchThrough(port: number): CustomFetch {
  return async (url, { method, headers, body }) => {
    return new Promise((resolve, reject) => {
      const call = send({
        host: '127.0.0.1',
        port,
        path: url,
        method,
        headers: { ...headers, host: new URL(url).host },
      });
      call.on('error', reject);
      call.on('response', (answer) => {
        const made = async (): Promise<Response> =>
          new Response(await text(answer), {
            status: answer.statusCode ?? 502,
            headers: Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
          });
        made().then(resolve, reject);
      });
      // The client sends its forms as text or as `URLSearchParams`.
      call.end(body instanceof URLSearchParams || typeof body === 'string' ? body.toString() : '');
    });
  };
}
