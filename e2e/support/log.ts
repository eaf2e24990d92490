import type { Worker } from '@playwright/test';
import { fromText, type SessionRecord } from '../../src/engine/session/record.ts';
import type { Exchange } from '../../src/engine/http/exchange.ts';

/** What the worker has stored, oldest first: the log itself, whatever a panel makes of it. */
export async function storedRecords(worker: Worker): Promise<readonly SessionRecord[]> {
  return recordsIn(await worker.evaluate(() => chrome.storage.session.get(null)));
}

/** The log's records in what an extension has stored for the session, oldest first. */
export function recordsIn(items: Readonly<Record<string, unknown>>): readonly SessionRecord[] {
  return Object.values(items)
    .flatMap((text) => (typeof text === 'string' ? (fromText(text) ?? []) : []))
    .sort((one, other) => one.number - other.number);
}

/** The exchanges of the stored log. */
export async function storedExchanges(worker: Worker): Promise<readonly Exchange[]> {
  return (await storedRecords(worker)).map(({ exchange }) => exchange);
}

/** One line for each step of a login: what, where, how it ended, and whether a token answer's body was seen. */
export function stepsOf(exchanges: readonly Exchange[], app: string): readonly string[] {
  return exchanges.flatMap((exchange) => {
    const { url, kind, method, status, known } = exchange;
    const [path = ''] = url.split(/[?#]/u);
    const isStep = /\/(?:auth|token)$/u.test(path) || (path.startsWith(app) && url.includes('code='));
    if (!isStep || method === 'OPTIONS') return [];
    // A page may be gone before DevTools asks for its text; a token answer is what counts.
    const body = kind === 'fetch' && known.responseBody ? ' with body' : '';
    return [`${kind} ${path.slice(path.lastIndexOf('/'))} ${status}${body}`];
  });
}
