import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, test } from './firefox/fixtures.ts';
import { beginAnew, exportTrace, look } from './firefox/panel.ts';
import { listen, type Listening } from './servers/listen.ts';

test.describe.configure({ mode: 'default' });

const json = { 'content-type': 'application/json' };
const token = Buffer.from(JSON.stringify({ access_token: 'é'.repeat(500), token_type: 'Bearer' }));

/** How a token request is answered; `read` resolves when the page has read one piece more. */
type Answer = (response: ServerResponse, read: () => Promise<unknown>) => void | Promise<void>;

/** A page that asks for a token, and its server. */
async function serving(answer: Answer): Promise<Listening> {
  const at = await listen();
  const page = new EventEmitter();
  at.server.on('request', ({ url }, response) => {
    if (url === '/token') void answer(response, () => once(page, 'read'));
    else response.setHeader('content-type', 'text/html').end('<title>Asks</title>');
    if (url === '/read') page.emit('read');
  });
  return at;
}

/** The page asks, tells its server of each piece, and says what it got: a sum of all bytes, or an error's name. */
const ask = (onPiece = `await fetch('/read')`): string => `
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'c', client_secret: 's' });
  const abort = new AbortController();
  try {
    const answer = await fetch('/token', { method: 'POST', body, signal: abort.signal });
    const reader = answer.body.getReader();
    const pieces = [];
    for (let it = await reader.read(); !it.done; it = await reader.read()) {
      pieces.push(it.value);
      ${onPiece};
    }
    const bytes = await new Blob(pieces).arrayBuffer();
    const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return [...sum].map((it) => it.toString(16).padStart(2, '0')).join('');
  } catch (error) {
    return error.name;
  }`;

const sumOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const cases: Readonly<
  Record<string, { readonly answer: Answer; readonly page: string; readonly script?: string }>
> = {
  'a stream, each piece before the next is sent': {
    answer: async (response, read) => {
      response.writeHead(200, json);
      // The second piece begins in the middle of a character.
      for (const piece of [token.subarray(0, 18), token.subarray(18, 400), token.subarray(400, -1)]) {
        response.write(piece);
        await read();
      }
      response.end(token.subarray(-1));
    },
    page: sumOf(token),
  },
  'an answer in gzip': {
    answer: (response) =>
      void response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(token)),
    page: sumOf(token),
  },
  'ten megabytes': {
    answer: (response) => void response.writeHead(200, json).end(Buffer.alloc(10_000_000, 'of a token, ')),
    page: sumOf(Buffer.alloc(10_000_000, 'of a token, ')),
    script: ask(''),
  },
  'no body at all': {
    answer: (response) => void response.writeHead(401).end(),
    page: sumOf(Buffer.alloc(0)),
  },
  'an answer that breaks off after a whole object': {
    answer: async (response, read) => {
      response.writeHead(200, { ...json, 'content-length': token.length + 10 });
      response.write(token);
      await read();
      response.destroy();
    },
    page: 'TypeError',
  },
  // Firefox ends what a filter reads as if it were whole: docs/firefox.md.
  'an answer that breaks off in the middle, as far as it came': {
    answer: async (response, read) => {
      response.writeHead(200, { ...json, 'content-length': token.length });
      response.write(token.subarray(0, 400));
      await read();
      response.destroy();
    },
    page: sumOf(token.subarray(0, 400)),
  },
  'an answer that its page gives up': {
    answer: (response) => void response.writeHead(200, json).write(token.subarray(0, 400)),
    page: 'AbortError',
    script: ask('abort.abort()'),
  },
};

for (const [name, { answer, page, script = ask() }] of Object.entries(cases)) {
  test(`the page gets the server's own: ${name}`, async ({ firefox }) => {
    const server = await serving(answer);
    const before = (await look(firefox)).flows.length;
    await firefox.tab.goto(server.origin);
    expect(await firefox.tab.run(script)).toBe(page);
    await expect.poll(async () => (await look(firefox)).flows.length).toBe(before + 1);
    await server.stop();
  });
}

const recorded = {
  'a body that was read so is in the exchange that webRequest saw': {
    answer: (response) => void response.writeHead(200, json).end(token),
    exchange: {
      channels: expect.arrayContaining(['web_request', 'response_filter']),
      known: { response_body: true },
    },
  },
  'an answer that breaks off is recorded as such, whatever its page was told': {
    answer: async (response, read) => {
      response.writeHead(200, json).write(token.subarray(0, 400));
      await read();
      response.destroy();
    },
    exchange: { network_error: 'NS_ERROR_NET_PARTIAL_TRANSFER', known: { response_body: false } },
  },
} satisfies Readonly<Record<string, { readonly answer: Answer; readonly exchange: object }>>;

for (const [name, { answer, exchange }] of Object.entries(recorded)) {
  test(name, async ({ firefox }, testInfo) => {
    const server = await serving(answer);
    await beginAnew(firefox);
    await firefox.tab.goto(server.origin);
    await firefox.tab.run(ask());
    const file = testInfo.outputPath('trace.json');
    await expect(async () => {
      await exportTrace(firefox, file);
      const trace = readFileSync(file, 'utf8');
      expect(trace).toContain(server.origin);
      expect(JSON.parse(trace)).toMatchObject({ exchanges: [exchange] });
    }).toPass({ timeout: 60_000 });
    await server.stop();
  });
}
