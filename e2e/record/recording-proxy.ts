import { request as send } from 'node:http';
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

/** Starts the proxy on a free port; requests name their whole URL, as RFC 9112 §3.2.2 has it for proxies. */
export async function startRecordingProxy(): Promise<RecordingProxy> {
  const at = await listen();
  const entries: Entry[] = [];
  at.server.on('request', (request, response) => {
    const forward = async (): Promise<void> => {
      const startedAt = new Date();
      const body = await text(request);
      const url = new URL(request.url ?? '');
      const upstream = send(url, { method: request.method, headers: request.headers });
      upstream.on('error', (error) => response.writeHead(502).end(error.message));
      upstream.on('response', (answer) => {
        const pass = async (): Promise<void> => {
          const content = await text(answer);
          response.writeHead(answer.statusCode ?? 502, answer.rawHeaders).end(content);
          const time = Date.now() - startedAt.getTime();
          const mimeType = answer.headers['content-type'] ?? '';
          entries.push({
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
            response: {
              status: answer.statusCode,
              statusText: answer.statusMessage,
              httpVersion: 'HTTP/1.1',
              headers: pairs(answer.rawHeaders),
              cookies: [],
              content: { size: Buffer.byteLength(content), mimeType, text: content },
              redirectURL: answer.headers.location ?? '',
              headersSize: -1,
              bodySize: Buffer.byteLength(content),
            },
            cache: {},
            timings: { send: 0, wait: time, receive: 0 },
          });
        };
        pass().catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
      });
      upstream.end(body);
    };
    forward().catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  return { port: Number(new URL(at.origin).port), entries: () => entries, stop: at.stop };
}
