import { array, assert, constant, constantFrom, integer, oneof, property, record, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf } from './har-pieces.ts';

/** The entries that come out of the pieces; undefined when the file has to be read whole. */
function entriesIn(text: string): readonly unknown[] | undefined {
  const pieces = piecesOf(text);
  return pieces && [...pieces.handfuls()].flat();
}

const long = 'x'.repeat(50_000);

test('entries are read in handfuls, and the log without them', () => {
  const entries = Array.from({ length: 12 }, (_, index) => ({ time: index, long }));
  const text = JSON.stringify({ log: { pages: [{ time: 1 }], entries, version: '1.2' } });
  const pieces = piecesOf(text);
  expect([...(pieces?.handfuls() ?? [])].map(({ length }) => length)).toEqual([3, 3, 3, 3]);
  expect(pieces?.log).toEqual({ pages: [{ time: 1 }], entries: ['(entries)'], version: '1.2' });
});

test('what is cut and joined again is what was written', () => {
  const value = oneof(
    string(),
    constant(long),
    constant(',{"time":'),
    constant('\\"},{"time":1},'),
    array(record({ size: integer() })),
  );
  const entry = record({ time: integer(), request: value, response: value });
  assert(
    property(array(entry, { minLength: 1 }), constantFrom(undefined, 2, '\t'), (entries, indent) => {
      const text = JSON.stringify({ log: { entries, comment: ',{"time":1}]' } }, undefined, indent);
      expect(entriesIn(text)).toEqual(entries);
      expect(entriesIn(`\ufeff${text}\n`)).toEqual(entries);
    }),
    { numRuns: 60 },
  );
});

describe('read whole, or refused, are files', () => {
  test.each([
    ['without a log', '{"a":1}'],
    ['with an escaped name', '{"l\\u006fg":{"entries":[{"time":1}]}}'],
    ['with no entries', '{"log":{"entries":[]}}'],
    ['with entries that are no objects', '{"log":{"entries":[1,2]}}'],
    ['with two lists of entries', '{"log":{"entries":[{"time":1}],"entri\\u0065s":[]}}'],
    ['with two logs', '{"log":{"entries":[{"time":1}]},"l\\u006fg":{"entries":[]}}'],
    ['that are cut off', '{"log":{"entries":[{"time":1},{"time":2'],
    ['that are cut off after an entry', '{"log":{"entries":[{"time":1},'],
    ['with words after the end', '{"log":{"entries":[{"time":1}]}} x'],
  ])('%s', (_, text) => {
    expect(entriesIn(text)).toBeUndefined();
  });

  test('whose entries hold lists of objects that begin like entries', () => {
    const list = [
      { time: 2, long },
      { time: 3, long },
      { time: 4, long },
      { time: 5, long },
    ];
    const nested = { time: 1, list };
    expect(entriesIn(JSON.stringify({ log: { entries: [nested, nested] } }))).toBeUndefined();
    const text = JSON.stringify({ log: { entries: [nested, { time: 6 }] } });
    expect(() => entriesIn(text)).toThrow(SyntaxError);
  });
});
