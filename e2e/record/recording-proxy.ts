import { request as send, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from '../servers/listen.ts';

/** One HAR 1.2 entry as this proxy writes it. */
type Entry = Readonly<Record<string, unknown>>;

/** A forward proxy for plain HTTP that keeps what passes. */
export interface RecordingProxy {
  readonly port: number;
  entries(): readonly Entry[];
  stop(): Promise<void>;
}

const pairs = (raw: readonly string[]): readonly { readonly name: string; readonly value: string }[] =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [{ name, value: raw[index + 1] ?? '' }] : []));

/** A page reads an answer of another origin only where that allows it (Fetch standard, CORS check). */
function isWithheld(request: IncomingHttpHeaders, answer: IncomingHttpHeaders): boolean {
  if (request['sec-fetch-mode'] !== 'cors' || request.origin === undefined) return false;
  return !['*', request.origin].includes(answer['access-control-allow-origin'] ?? '');
}

/**
 * Starts the proxy on a free port; requests name their whole URL, as RFC 9112 §3.2.2 has it for proxies. `page` names
 * the browser tab whose requests these are.
 */
export async function startRecordingProxy(page?: string): Promise<RecordingProxy> {
  const at = await listen();
  const entries: Entry[] = [];
  at.server.on('request', (request, response) => {
    const forward = async (): Promise<void> => {
      const startedAt = new Date();
      const body = await text(request);
      // A library that knows no proxies is given this one as its server, and names the true one as its host.
      const url = new URL(request.url ?? '', `http://${request.headers.host}`);
      const upstream = send(url, { method: request.method, headers: request.headers });
      const keep = (answer: Entry, rest: Entry = {}): void => {
        const time = Date.now() - startedAt.getTime();
        entries.push({
          ...(page === undefined ? {} : { pageref: page }),
          startedDateTime: startedAt.toISOString(),
          time,
          request: {
            method: request.method,
            url: url.href,
            httpVersion: 'HTTP/1.1',
            headers: pairs(request.rawHeaders),
            queryString: [...url.searchParams].map(([name, value]) => ({ name, value })),
            cookies: [],
            ...(body === ''
              ? {}
              : { postData: { mimeType: request.headers['content-type'] ?? '', params: [], text: body } }),
            headersSize: -1,
            bodySize: Buffer.byteLength(body),
          },
          response: { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1, ...answer },
          cache: {},
          timings: { send: 0, wait: time, receive: 0 },
          ...rest,
        });
      };
      upstream.on('error', (error) => {
        const content = { size: 0, mimeType: '', text: '' };
        const nothing = { status: 0, statusText: '', headers: [], content, redirectURL: '', bodySize: -1 };
        keep(nothing, { _error: error.message });
        response.destroy();
      });
      upstream.on('response', (answer) => {
        const pass = async (): Promise<void> => {
          const content = await text(answer);
          if (page !== undefined && isWithheld(request.headers, answer.headers)) {
            const nothing = { size: 0, mimeType: '', text: '' };
            const { statusCode: status, statusMessage: statusText } = answer;
            const headers = pairs(answer.rawHeaders);
            keep(
              { status, statusText, headers, content: nothing, redirectURL: '', bodySize: -1 },
              { _error: 'net::ERR_FAILED' },
            );
            response.destroy();
            return;
          }
          keep({
            status: answer.statusCode,
            statusText: answer.statusMessage,
            headers: pairs(answer.rawHeaders),
            content: {
              size: Buffer.byteLength(content),
              mimeType: answer.headers['content-type'] ?? '',
              text: content,
            },
            redirectURL: answer.headers.location ?? '',
            bodySize: Buffer.byteLength(content),
          });
          response.writeHead(answer.statusCode ?? 502, answer.rawHeaders).end(content);
        };
        pass().catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
      });
      upstream.end(body);
    };
    forward().catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  return { port: Number(new URL(at.origin).port), entries: () => entries, stop: at.stop };
}
