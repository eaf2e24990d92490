import { expect, test } from 'vitest';
import { createLinePair } from '../testing/memory-line.ts';
import { hearAtOnce } from './hear-at-once.ts';

/** A line whose other side says one, then two, then ends; its user listens before or after. */
function hear(listens: 'first' | 'late'): readonly unknown[] {
  const [far, near] = createLinePair();
  const line = hearAtOnce(near);
  const heard: unknown[] = [];
  const listen = (): void => {
    line.onMessage((message) => heard.push(message));
    line.onClose(() => heard.push('closed'));
  };
  if (listens === 'first') listen();
  far.post('one');
  far.post('two');
  far.close();
  if (listens === 'late') listen();
  return heard;
}

test.each(['first', 'late'] as const)('all is heard once and in order by who listens %s', (listens) => {
  expect(hear(listens)).toEqual(['one', 'two', 'closed']);
});
