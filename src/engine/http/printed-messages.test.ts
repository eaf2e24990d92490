import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { failedFlow } from '../../testing/failed-login.ts';
import { toCurl } from '../trace/to-curl.ts';
import { revealSession } from '../trace/shareable.ts';
import type { Body, Exchange, Header } from './exchange.ts';
import { fromCurl } from './from-curl.ts';
import { fromRawHttp } from './from-raw-http.ts';
import { isProblem, type Problem } from './problem.ts';
import { visible } from './visible.ts';

/** What was printed of a message, and has to be read back. */
interface Printed {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly Header[];
  readonly body: string;
  readonly status: number;
  readonly answer: string;
}

const token = fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,12}$/);
const text = fc.string({ unit: 'grapheme', maxLength: 30 });
/** What a body may hold that looks like something else. */
const traps = fc.constantFrom(
  'GET /x HTTP/1.1',
  'HTTP/1.1 200 OK',
  '> GET /x HTTP/1.1',
  '# a comment',
  "it's",
  '$HOME `a` "b" \\',
  '{"a":"^"}^',
  'curl https://other.test/',
  'a: b',
  '',
);
const body = (newline: string): fc.Arbitrary<string> =>
  fc.array(fc.oneof(text, traps), { maxLength: 5 }).map((lines) => lines.join(newline));
const printed = (newline: string): fc.Arbitrary<Printed> =>
  fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
    path: fc.stringMatching(/^[!$%&'()*+,\-./0-9:;=?@A-Z_a-z~]{0,20}$/),
    headers: fc.array(
      fc.record({
        name: token.map((name) => `x-${name}`),
        value: text.map((value) => visible(value).trim()),
      }),
      { maxLength: 3 },
    ),
    body: body(newline),
    status: fc.constantFrom(200, 302, 400, 401, 500),
    answer: body(newline),
  });

const url = ({ path }: Printed): string => `https://op.test/${path}`;

/** The messages as RFC 9112 writes them. */
function raw(messages: readonly Printed[], newline: string): string {
  const parts = messages.flatMap((message) => {
    const { method, path, headers, body: sent, status, answer } = message;
    const fields = headers.map(({ name, value }) => `${name}: ${value}`);
    return [
      [`${method} /${path} HTTP/1.1`, 'Host: op.test', ...fields, `Content-Length: ${bytes(sent)}`, '', sent],
      [`HTTP/1.1 ${status} Some Reason`, `Content-Length: ${bytes(answer)}`, '', answer],
    ];
  });
  return parts.map((lines) => lines.join(newline)).join(newline);
}

function bytes(content: string): number {
  return new TextEncoder().encode(content).length;
}

function accepted(read: readonly Exchange[] | Problem): readonly Exchange[] {
  if (isProblem(read)) throw new Error(`${read.place}: ${read.reason}`);
  return read;
}

const textOf = (content: Body | undefined): string => content?.text ?? '';

test.each([
  ['line feeds', '\n'],
  ['carriage returns', '\r\n'],
])('messages that are printed with %s are read back to the letter', (_, newline) => {
  fc.assert(
    fc.property(fc.array(printed(newline), { minLength: 1, maxLength: 3 }), (messages) => {
      const read = accepted(fromRawHttp(raw(messages, newline), 'a.txt'));
      expect(
        read.map((exchange) => ({
          method: exchange.method,
          url: exchange.url,
          headers: exchange.requestHeaders.filter(({ name }) => name.startsWith('x-')),
          body: textOf(exchange.requestBody),
          status: exchange.status,
          answer: textOf(exchange.responseBody),
        })),
      ).toEqual(messages.map(({ path, ...message }) => ({ ...message, url: url({ path, ...message }) })));
    }),
    { numRuns: 300 },
  );
});

test('requests that are printed as curl commands are read back', () => {
  const [step] = failedFlow.steps;
  if (step === undefined) throw new Error('no step');
  const [plain] = accepted(fromRawHttp('GET / HTTP/1.1\nHost: op.test\n', 'a.txt'));
  if (plain === undefined) throw new Error('no exchange');
  fc.assert(
    fc.property(fc.array(printed('\n'), { minLength: 1, maxLength: 3 }), (messages) => {
      // What hides from a reader is written as an escape, and a terminal gets none of it.
      const shown = messages.map((message) => ({
        ...message,
        body: message.body.split('\n').map(visible).join('\n'),
      }));
      const exchanges = shown.map((message, index): Exchange => ({
        ...plain,
        id: String(index),
        method: message.method,
        url: url(message),
        requestHeaders: message.headers,
        requestBody: { text: message.body, mediaType: 'text/plain', fidelity: 'exact', cutFrom: undefined },
      }));
      const steps = exchanges.map(({ id }) => ({ ...step, exchange: id }));
      const commands = toCurl(revealSession(exchanges, { flows: [{ ...failedFlow, steps }] }));
      expect(
        accepted(fromCurl(commands, 'a.sh')).map((exchange) => [
          exchange.method,
          exchange.url,
          exchange.requestHeaders,
          textOf(exchange.requestBody),
        ]),
      ).toEqual(shown.map((message) => [message.method, url(message), message.headers, message.body]));
    }),
    { numRuns: 300 },
  );
});
