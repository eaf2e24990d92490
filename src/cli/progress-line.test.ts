import { expect, test } from 'vitest';
import { createProgressLine } from './progress-line.ts';

/** What a terminal of this width got. */
function printed(columns: number | undefined, ...steps: readonly (string | undefined)[]): readonly string[] {
  const all: string[] = [];
  const line = createProgressLine({ columns, print: (text) => all.push(text) });
  for (const step of steps) {
    if (step === undefined) line.clear();
    else line.show(step);
  }
  return all;
}

test('each text takes the place of the one before, and the line goes when it is cleared', () => {
  expect(printed(80, 'a.har: 1 %', 'a.har: 2 %', undefined)).toEqual([
    '\r\u001B[Ka.har: 1 %',
    '\r\u001B[Ka.har: 2 %',
    '\r\u001B[K',
  ]);
});

test('the same text is printed once, and nothing is cleared twice', () => {
  expect(printed(80, 'a', 'a', undefined, undefined)).toHaveLength(2);
});

test('a text never fills the last column, where a terminal would begin a new line', () => {
  expect(printed(10, '123456789012')).toEqual(['\r\u001B[K123456789']);
});

test('characters that would steer the terminal are shown and not sent', () => {
  const [text = ''] = printed(80, 'a\u001B[2Jb');
  expect(text.slice(4)).not.toContain('\u001B');
});

test('nothing is printed where nobody watches', () => {
  expect(printed(undefined, 'a', undefined)).toEqual([]);
});
