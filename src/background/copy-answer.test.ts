import { expect, test } from 'vitest';
import type { ResponseFilter } from '../platform/response-filter.ts';
import { copyAnswer } from './copy-answer.ts';

const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).slice().buffer;

/** An answer that comes in these pieces and then ends or fails, what the page gets of it, and what was told. */
function play(pieces: readonly string[], cap = 100, ending: 'stop' | 'error' = 'stop'): object {
  const page: string[] = [];
  const told: (string | undefined)[] = [];
  const filter: ResponseFilter = {
    write: (data) => {
      page.push(new TextDecoder().decode(data));
      // As a browser may that hands the memory to another process.
      new Uint8Array(data).fill(0);
    },
    close: () => void page.push('closed'),
    disconnect: () => void page.push('passes'),
  };
  copyAnswer(filter, cap, (whole) => {
    told.push(whole === undefined ? undefined : new TextDecoder().decode(whole));
  });
  for (const piece of pieces) {
    if (!page.includes('passes')) filter.ondata?.({ data: bytes(piece) });
  }
  if (ending === 'error') filter.onerror?.({ data: bytes('') });
  else if (!page.includes('passes')) filter.onstop?.({ data: bytes('') });
  return { page, told };
}

test.each([
  [
    'each piece is handed on as it comes, and a whole JSON object is told at once',
    ['{"a":{', '}', '}\n'],
    { page: ['{"a":{', '}', '}\n', 'passes'], told: ['{"a":{}}\n'] },
  ],
  [
    'what is no JSON is told at the end',
    ['access_token=', 't'],
    { page: ['access_token=', 't', 'closed'], told: ['access_token=t'] },
  ],
  [
    'what breaks off is told as far as it came',
    ['{"a":"}', '"'],
    { page: ['{"a":"}', '"', 'closed'], told: ['{"a":"}"'] },
  ],
  ['an empty answer is told as empty', [], { page: ['closed'], told: [''] }],
  [
    'a text of many bytes a character may be cut anywhere',
    ['{"é":"', 'ü"}'],
    { page: ['{"é":"', 'ü"}', 'passes'], told: ['{"é":"ü"}'] },
  ],
])('%s', (_, pieces, expected) => {
  expect(play(pieces)).toEqual(expected);
});

test('a long answer passes by itself after the piece that made it long, and is not told', () => {
  expect(play(['abc', 'def', 'ghi'], 5)).toEqual({ page: ['abc', 'def', 'passes'], told: [undefined] });
});

test('an answer that cannot be read is not told, and is not touched', () => {
  expect(play([], 100, 'error')).toEqual({ page: [], told: [undefined] });
});
