import { expect, test } from 'vitest';
import type { ResponseFilter } from '../platform/response-filter.ts';
import { copyAnswer } from './copy-answer.ts';

const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).slice().buffer;

/** An answer that comes in these pieces, what the page gets of it, and what was told. */
function play(pieces: readonly string[], cap: number): object {
  const page: string[] = [];
  const told: string[] = [];
  const filter: ResponseFilter = {
    write: (data) => void page.push(new TextDecoder().decode(data)),
    close: () => void page.push('closed'),
    disconnect: () => void page.push('passes'),
  };
  copyAnswer(filter, cap, (whole) => void told.push(new TextDecoder().decode(whole)));
  for (const piece of pieces) {
    if (!page.includes('passes')) filter.ondata?.({ data: bytes(piece) });
  }
  if (!page.includes('passes')) filter.onstop?.({ data: bytes('') });
  return { page, told };
}

test('each piece is handed on as it comes, and the whole is told at the end', () => {
  expect(play(['{"a":', '1}'], 100)).toEqual({ page: ['{"a":', '1}', 'closed'], told: ['{"a":1}'] });
});

test('an empty answer is told as empty', () => {
  expect(play([], 100)).toEqual({ page: ['closed'], told: [''] });
});

test('a long answer passes by itself after the piece that made it long, and is not told', () => {
  expect(play(['abc', 'def', 'ghi'], 5)).toEqual({ page: ['abc', 'def', 'passes'], told: [] });
});
