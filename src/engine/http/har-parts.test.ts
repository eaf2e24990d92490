import { assert, constantFrom, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { fromHar } from './from-har.ts';
import { harParts } from './har-parts.ts';
import { isJsonObject, parseJson } from './json.ts';

/** The log of a text read in parts as short as they get, in the form in which the whole has it. */
function joined(text: string): unknown {
  const parts = harParts(text, 1);
  if (parts === undefined) return undefined;
  const entries = [...parts.entries()];
  return entries.includes(undefined)
    ? undefined
    : { ...parts.log, entries: entries.flatMap((part) => part ?? []) };
}

function logOf(text: string): unknown {
  const parsed = parseJson(text);
  return 'value' in parsed && isJsonObject(parsed.value) ? parsed.value['log'] : 'no JSON object';
}

const entries = [
  { a: 1, text: '},{"a":1]}' },
  { a: [{ a: 1 }, { b: '"entries":[{"a":' }] },
  { b: 2 },
  { a: '\\' },
  { a: '"' },
];
const log = { version: '1.2', pages: [{ a: [] }], entries };

test.each([
  ['compact', JSON.stringify({ log }), 4],
  ['indented', JSON.stringify({ log }, null, 2), 4],
  ['with other members after the entries', JSON.stringify({ log: { ...log, comment: '' }, x: 1 }), 4],
  ['of one entry', JSON.stringify({ log: { entries: [{ a: 1 }] } }), 1],
])('the entries of a log that is written %s are parsed some at a time', (_, text, count) => {
  expect([...(harParts(text, 1)?.entries() ?? [])]).toHaveLength(count);
  expect(joined(text)).toEqual(logOf(text));
});

test.each([
  ['no entries', '{"log":{"entries":[]}}'],
  ['entries elsewhere', '{"entries":[{"a":1}],"log":{}}'],
  ['entries twice', '{"log":{"entries":[{"a":1}],"entries":[{"a":2}]}}'],
  ['entries that are none, and others deeper', '{"log":{"entries":[1],"x":{"entries":[{"a":1}]}}}'],
  ['a list after them', '{"log":{"entries":[{"a":1}],"pages":[]}}'],
  ['no end', '{"log":{"entries":[{"a":1},{"a":2}'],
  ['no comma', '{"log":{"entries":[{"a":1}{"a":2}]}}'],
  ['a comma too many', '{"log":{"entries":[{"a":1},{"a":2},]}}'],
  ['a boundary inside of an entry', '{"log":{"entries":[{"a":[{"b":1},{"a":2}]}]}}'],
  ['a list that is closed too early', '{"log":{"entries":[{"a":1}],[{"a":2}]}}'],
])('a file with %s is not read in parts', (_, text) => {
  expect(joined(text)).toBeUndefined();
});

test('what can be read in parts is JSON with these entries, however it was spoilt', () => {
  const text = JSON.stringify({ log });
  const scrap = constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '},{"a":', '"entries":[{"a":', ' ');
  const place = nat({ max: text.length });
  let read = 0;
  assert(
    property(place, nat({ max: 3 }), scrap, place, scrap, (at, left, scrapThere, second, other) => {
      const once = text.slice(0, at) + scrapThere + text.slice(at + left);
      const spoilt = once.slice(0, second) + other + once.slice(second);
      const found = joined(spoilt);
      if (found === undefined) return;
      read += 1;
      expect(found).toEqual(logOf(spoilt));
    }),
    { numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(100);
});

test('a credential in the last part speaks for the headers of the first', () => {
  const entry = (name: string, padding: number): unknown => ({
    startedDateTime: '2027-01-15T08:00:00.250Z',
    request: { method: 'GET', url: 'https://op.test/', headers: [{ name, value: 'a' }] },
    response: { status: 200, headers: [], content: { text: 'x'.repeat(padding) } },
  });
  const text = JSON.stringify({
    log: {
      creator: { name: 'WebInspector' },
      entries: [entry('Accept', 100_000), entry('Accept', 0), entry('Cookie', 0), entry('Accept', 0)],
    },
  });
  expect([...(harParts(text)?.entries() ?? [])].length).toBeGreaterThan(1);
  const exchanges = fromHar(text, 'a.har');
  expect(
    'problem' in exchanges ? exchanges : exchanges.map(({ id, known }) => [id, known.requestHeaders]),
  ).toEqual([0, 1, 2, 3].map((index) => [`a.har#${index}`, true]));
});
