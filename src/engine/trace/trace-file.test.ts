import { expect, test } from 'vitest';
import { failedLogin, failedReport } from '../../testing/failed-login.ts';
import { schemaErrors } from '../../testing/schema-errors.ts';
import { isProblem } from '../http/problem.ts';
import { fromTrace } from './from-trace.ts';
import { createRedactor } from './redact.ts';
import { redactSession } from './shareable.ts';
import { toTrace } from './to-trace.ts';

const createdAt = Date.UTC(2027, 0, 15, 8);

function written(exchanges = failedLogin): string {
  const redactor = createRedactor({ key: new Uint8Array(32) });
  return toTrace(redactSession(exchanges, failedReport, redactor), { createdAt, version: '0.1.0' });
}

function problemOf(text: string): { readonly place: string; readonly reason: string } | undefined {
  const read = fromTrace(text, 'x.grantscope.json');
  return isProblem(read) ? { place: read.place, reason: read.reason } : undefined;
}

/** The file with one member replaced; `path` in dots. */
function changed(path: string, value: unknown): string {
  const file: unknown = JSON.parse(written());
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let holder: unknown = file;
  for (const key of keys) holder = Reflect.get(Object(holder), key);
  Reflect.set(Object(holder), last, value);
  return JSON.stringify(file);
}

test('a trace holds the format, the time, the rules, a receipt, the report and the exchanges', () => {
  const file: unknown = JSON.parse(written());
  expect(file).toMatchObject({
    format: 'grantscope.trace',
    version: 2,
    created_at: '2027-01-15T08:00:00.000Z',
    rules_version: '0.1.0',
    receipt: { level: 'strict' },
    report: { format: 'grantscope.report', version: 1, sources: ['trace.txt'] },
    exchanges: [{ id: 'authorize' }, { id: 'callback' }, { id: 'token' }],
  });
});

test('no secret of the login is in the trace', () => {
  for (const secret of ['SplxlOBeZQQYbYS6WxSbIA', 'st-4f9a8e7d6c5b', 'dBjftJeZ4CVP', 'E9Melhoa2Owv'])
    expect(written()).not.toContain(secret);
});

test('a trace is valid by its schema', () => {
  expect(schemaErrors('trace', JSON.parse(written()))).toEqual([]);
});

test('reading a trace gives the redacted exchanges back, and writing them again the same bytes', () => {
  const redactor = createRedactor({ key: new Uint8Array(32) });
  for (const exchange of failedLogin) redactor.learn(exchange);
  const read = fromTrace(written(), 'a.grantscope.json');
  if (isProblem(read)) throw new Error(read.reason);
  expect(read).toMatchObject({ file: 'a.grantscope.json', createdAt, rulesVersion: '0.1.0' });
  // A clone has no mark of the door: a file is captured traffic like any other.
  expect(read.exchanges).toEqual(failedLogin.map((exchange) => structuredClone(redactor.redact(exchange))));
  expect(written([...read.exchanges])).toBe(written());
});

test('a trace says which headers the browser kept back, and that failures are not listed', () => {
  const kept = failedLogin.map((each) => ({
    ...each,
    known: { ...each.known, browserHeaders: false as const, failures: false as const },
  }));
  expect(schemaErrors('trace', JSON.parse(written(kept)))).toEqual([]);
  expect(fromTrace(written(kept), 'a.grantscope.json')).toMatchObject({
    exchanges: kept.map(({ known }) => ({ known })),
  });
});

test.each([
  ['', 'line 1, column 1'],
  [written().slice(0, 500), 'line'],
  ['[]', 'top level'],
  ['{"log":{}}', 'format'],
  [changed('version', 3), 'version'],
  [changed('version', 0), 'version'],
  [changed('version', '1'), 'version'],
  [changed('created_at', 'yesterday'), 'created_at'],
  [changed('receipt', null), 'receipt'],
  [changed('receipt.removed', [{ category: 'code', values: -1, places: 1 }]), 'receipt.removed[0].values'],
  [changed('exchanges', {}), 'exchanges'],
  [changed('exchanges.1', null), 'exchanges[1]'],
  [changed('exchanges.1.id', 'authorize'), 'exchanges[1].id'],
  [changed('exchanges.1.url', 'javascript:alert(1)'), 'exchanges[1].url'],
  [changed('exchanges.1.method', 'GET /'), 'exchanges[1].method'],
  [changed('exchanges.1.status', 1e9), 'exchanges[1].status'],
  [changed('exchanges.1.started_at', 1e18), 'exchanges[1].started_at'],
  [
    changed('exchanges.1.request_headers', [{ name: 'A', value: 1 }]),
    'exchanges[1].request_headers[0].value',
  ],
  [changed('exchanges.1.response_body', 'text'), 'exchanges[1].response_body'],
  [changed('exchanges.1.known', { fragment: 1 }), 'exchanges[1].known.request_headers'],
  [changed('exchanges.1.channels', ['telepathy']), 'exchanges[1].channels[0]'],
  [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'line 1, column 65'],
])('what is not a trace is refused with the place: %#', (text, place) => {
  expect(problemOf(text)?.place).toContain(place);
});

test('version 1, which knew no names that the user keeps, is still read', () => {
  const current = fromTrace(written(), 'a.grantscope.json');
  const old = written()
    .replace('"version": 2', '"version": 1')
    .replace(/\n *"kept_names": \[\],/u, '');
  expect(old).not.toContain('kept_names');
  expect(fromTrace(old, 'a.grantscope.json')).toEqual(current);
});

test('a newer version is refused with a sentence', () => {
  expect(problemOf(changed('version', 7))?.reason).toBe(
    'The file was written by a newer Grantscope (format 7); this one reads formats up to 2.',
  );
});

test('names of the prototype in a file are only names', () => {
  const file = written().replace(
    '"exchanges"',
    '"__proto__": { "polluted": true }, "constructor": 1, "exchanges"',
  );
  expect(problemOf(file)).toBeUndefined();
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
