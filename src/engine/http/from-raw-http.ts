import { isTimed, placeInOrder } from './clock-time.ts';
import type { Exchange } from './exchange.ts';
import { problemAt, type Problem } from './problem.ts';
import { readRawMessages, type RawMessage } from './raw-messages.ts';
import { fromTextEntry } from './text-entry.ts';

/**
 * Reads HTTP/1.1 messages as text (RFC 9112 §2.1), one after another: a request, its answer, the next request. Also as
 * `curl -v` prints them, with `>` and `<` before the lines. Times come from `Date` headers where there are any; what has
 * none stands a millisecond from its neighbour that has one.
 */
export function fromRawHttp(text: string, source: string): readonly Exchange[] | Problem {
  const messages = readRawMessages(text);
  if (messages.length === 0)
    return problemAt(source, 'line 1', 'There is no HTTP message in the file ("GET /path HTTP/1.1").');
  const calls: { request: RawRequest; answer: RawAnswer | undefined; url: string }[] = [];
  for (const [index, request] of messages.entries()) {
    if (request.kind === 'answer') {
      if (messages[index - 1]?.kind === 'request') continue;
      return problemAt(source, `line ${request.line}`, 'An answer without a request stands here.');
    }
    const next = messages[index + 1];
    const url = urlOf(request);
    if (url === undefined)
      return problemAt(
        source,
        `line ${request.line}`,
        'The request has neither a full address nor a Host header.',
      );
    calls.push({ request, answer: next?.kind === 'answer' ? next : undefined, url });
  }
  const times = timesFrom(
    calls.map(({ request, answer }) =>
      Date.parse(headerOf(answer, 'date') ?? headerOf(request, 'date') ?? ''),
    ),
  );
  return calls.map(({ request, answer, url }, index) =>
    exchangeOf(request, answer, url, { id: `${source}#${index}`, source, startedAt: times[index] ?? 0 }),
  );
}

type RawRequest = RawMessage & { readonly kind: 'request' };
type RawAnswer = RawMessage & { readonly kind: 'answer' };

/** A time for each message, in their order; places in it where no message has a date. */
function timesFrom(dates: readonly number[]): readonly number[] {
  const first = dates.findIndex((date) => isTimed(date));
  if (first === -1) return dates.map((_, index) => placeInOrder(index));
  const times: number[] = [];
  for (const [index, date] of dates.entries()) {
    const next = (times.at(-1) ?? (dates[first] ?? 0) - first - 1) + 1;
    times.push(index < first || Number.isNaN(date) ? next : Math.max(date, next));
  }
  return times;
}

function exchangeOf(
  request: RawRequest,
  answer: RawAnswer | undefined,
  url: string,
  place: { readonly id: string; readonly source: string; readonly startedAt: number },
): Exchange {
  const entry = {
    request: {
      headers: request.headers,
      bodySize: request.body === '' ? 0 : undefined,
      ...(request.body === ''
        ? {}
        : { postData: { mimeType: headerOf(request, 'content-type') ?? '', text: request.body } }),
    },
    response:
      answer === undefined
        ? {}
        : {
            status: answer.status,
            headers: answer.headers,
            content: { mimeType: headerOf(answer, 'content-type') ?? '', text: answer.body },
          },
  };
  return fromTextEntry(entry, url, request.method, place);
}

/** Absolute form, or origin form with Host (RFC 9112 §3.2); without a scheme, loopback is taken for http. */
function urlOf(request: RawRequest): string | undefined {
  if (/^https?:\/\//i.test(request.target)) return request.target;
  const host = headerOf(request, 'host') ?? headerOf(request, ':authority');
  if (host === undefined || !request.target.startsWith('/')) return undefined;
  const scheme = /^(?:localhost|127\.|\[::1\])/i.test(host) ? 'http' : 'https';
  return `${scheme}://${host.trim()}${request.target}`;
}

function headerOf(message: RawMessage | undefined, name: string): string | undefined {
  return message?.headers.find((header) => header.name.toLowerCase() === name)?.value;
}
