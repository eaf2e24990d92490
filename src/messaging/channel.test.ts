import { expect, test } from 'vitest';
import { createLinePair } from '../testing/memory-line.ts';
import { createChannel } from './channel.ts';
import type { Line } from './line.ts';
import type { Channel } from './protocol.ts';

const isText = (message: unknown): message is string => typeof message === 'string';

interface Bench {
  readonly channel: Channel<string, string>;
  /** The other ends, newest last. */
  readonly others: Line[];
  readonly heard: string[];
  readonly runDelayed: () => void;
  readonly connects: () => number;
}

function open(possible: () => boolean = () => true): Bench {
  const others: Line[] = [];
  const heard: string[] = [];
  const delayed: (() => void)[] = [];
  let connects = 0;
  const channel = createChannel<string, string>({
    open: () => {
      if (!possible()) return undefined;
      const [mine, other] = createLinePair();
      other.onMessage((message) => heard.push(`${others.indexOf(other)}:${String(message)}`));
      others.push(other);
      return mine;
    },
    accepts: isText,
    later: (work) => delayed.push(work),
  });
  channel.onConnect(() => (connects += 1));
  return {
    channel,
    others,
    heard,
    runDelayed: () => delayed.splice(0).forEach((work) => work()),
    connects: () => connects,
  };
}

test('a listener hears of the first connection even when it comes later', () => {
  expect(open().connects()).toBe(1);
});

test('after a loss it connects again, a little later, and says so', () => {
  const { others, connects, runDelayed, channel, heard } = open();
  others[0]?.close();
  expect(others).toHaveLength(1);
  runDelayed();
  expect(connects()).toBe(2);
  channel.send('hello');
  expect(heard).toEqual(['1:hello']);
});

test('something to send does not wait for the pause', () => {
  const { others, heard, channel, connects, runDelayed } = open();
  others[0]?.close();
  channel.send('now');
  runDelayed();
  expect([heard, connects(), others.length]).toEqual([['1:now'], 2, 2]);
});

test('what the protocol does not know is turned away', () => {
  const { channel, others } = open();
  const seen: string[] = [];
  channel.onMessage((message) => seen.push(message));
  others[0]?.post(42);
  others[0]?.post('ok');
  expect(seen).toEqual(['ok']);
});

test('when no connection is possible any more, sending is silent', () => {
  let alive = true;
  const { channel, others, runDelayed, connects } = open(() => alive);
  alive = false;
  others[0]?.close();
  runDelayed();
  channel.send('into the void');
  expect([connects(), others.length]).toEqual([1, 1]);
});
