import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { discoveryLimit } from '../engine/oauth/from-discovery.ts';
import { fetchDocument } from './fetch-document.ts';

let server: Server | undefined;
let answer: RequestListener = (_, response) => response.end();
let asked: string[] = [];

beforeEach(async () => {
  asked = [];
  const started = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  server = started;
  await new Promise<void>((done) => started.listen(0, '127.0.0.1', done));
});

afterEach(() => {
  vi.restoreAllMocks();
  server?.closeAllConnections();
  server?.close();
});

function addressOf(path: string): string {
  const at = server?.address();
  return `http://127.0.0.1:${isInfo(at) ? at.port : 0}${path}`;
}

function isInfo(at: ReturnType<Server['address']> | undefined): at is AddressInfo {
  return typeof at === 'object' && at !== null;
}

test('a document of exactly the limit is read, with letters of any alphabet whole', async () => {
  const text = 'ü'.repeat(discoveryLimit);
  answer = (_, response) => response.end(text);
  expect(await fetchDocument(addressOf('/d'), discoveryLimit)).toEqual({ text });
});

test('one character more is refused in a sentence', async () => {
  answer = (_, response) => response.end('x'.repeat(discoveryLimit + 1));
  expect(await fetchDocument(addressOf('/d'), discoveryLimit)).toEqual({
    reason: 'The answer is longer than 256 KiB.',
  });
});

test('of an answer without an end no more is read than the limit, and the connection is closed', async () => {
  let closed: (() => void) | undefined;
  const isClosed = new Promise<void>((done) => (closed = done));
  answer = (_, response) => {
    const more = (): boolean => response.write('x'.repeat(65_536));
    response.on('drain', more).on('close', () => closed?.());
    while (more());
  };
  expect(await fetchDocument(addressOf('/d'), discoveryLimit)).toEqual({
    reason: 'The answer is longer than 256 KiB.',
  });
  await isClosed;
});

test.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed', async (status) => {
  answer = (_, response) => response.writeHead(status, { location: addressOf('/elsewhere') }).end();
  expect(await fetchDocument(addressOf('/d'), discoveryLimit)).toEqual({
    reason: 'The server did not answer, or answered with a redirect.',
  });
  expect(asked).toEqual(['GET /d']);
});

test.each([404, 500])('a status that is no success (%i) is told', async (status) => {
  answer = (_, response) => response.writeHead(status).end('{"issuer":"https://op.test"}');
  expect(await fetchDocument(addressOf('/d'), discoveryLimit)).toEqual({
    reason: `The server answered with status ${status}.`,
  });
});

test('the browser is asked to send no cookie, no referrer, to follow nothing and to keep nothing', async () => {
  const sent = vi.spyOn(globalThis, 'fetch');
  await fetchDocument(addressOf('/d'), discoveryLimit);
  expect(sent).toHaveBeenCalledOnce();
  expect(sent.mock.calls[0]?.[1]).toMatchObject({
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  });
});
