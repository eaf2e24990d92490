import { expect, test } from 'vitest';
import { post } from '../testing/capture-events.ts';
import { createMemoryArea } from '../testing/memory-area.ts';
import { createSession } from '../engine/session/session.ts';
import type { SessionRecord } from '../engine/session/record.ts';
import { nothingForgotten } from '../engine/session/stock.ts';
import { createLogStore } from './log-store.ts';

function recordOf(request: string, code = 'k'): SessionRecord {
  const limits = { exchanges: 10, exchangesPerTab: 10, characters: 10_000 };
  const session = createSession({ run: 'r', limits, records: [], forgotten: nothingForgotten });
  const { changed } = session.apply(post(request, code));
  if (changed === undefined) throw new Error('Nothing was recorded.');
  return changed;
}

const ids = (records: readonly SessionRecord[]): readonly string[] =>
  records.map(({ exchange }) => exchange.id).sort();

test('50 exchanges written at once are 50 stored, the latest state of each', async () => {
  const area = createMemoryArea();
  const log = createLogStore(area, () => {});
  const all = Array.from({ length: 50 }, (_, index) => recordOf(String(index)));
  for (const record of all) log.save(record);
  await Promise.resolve();
  for (const record of all) log.save({ ...record, ended: true });
  await log.settled();
  const { records } = await log.load();
  expect(ids(records)).toEqual(ids(all));
  expect(records.every(({ ended }) => ended)).toBe(true);
});

test('what is saved is with the browser before the next task, whatever is still under way', async () => {
  const area = createMemoryArea();
  const log = createLogStore(
    { ...area, set: (items) => (void area.set(items), new Promise(() => {})) },
    () => {},
  );
  for (const name of ['1', '2', '3']) {
    log.save(recordOf(name));
    await Promise.resolve();
    expect(area.stored.has(`exchange.r.${name}.0`)).toBe(true);
  }
});

test('removed records and the memo are stored, and what others stored is left alone', async () => {
  const area = createMemoryArea(new Map([['other', 'x']]));
  const log = createLogStore(area, () => {});
  log.save(recordOf('1'));
  log.save(recordOf('2'));
  log.remove(['r.1.0']);
  const written = {
    ...{ run: 'r', cookieKey: 'key', devtoolsOpen: true },
    forgotten: { dropped: 1, until: 5 },
  };
  log.remember(written);
  await log.settled();
  const { records, memo } = await log.load();
  expect(ids(records)).toEqual(['r.2.0']);
  expect(memo).toEqual(written);
  expect(area.stored.get('other')).toBe('x');
});

test('a refusal is told, and what was refused is stored once there is room, unless it is older', async () => {
  const area = createMemoryArea();
  const told: boolean[] = [];
  const log = createLogStore(area, (refused) => told.push(refused));
  area.refuse(true);
  log.save(recordOf('1'));
  log.save(recordOf('2', 'old'));
  await log.settled();
  expect([told, area.stored.size]).toEqual([[true], 0]);
  area.refuse(false);
  log.save(recordOf('2', 'new'));
  await log.settled();
  const { records } = await log.load();
  expect(ids(records)).toEqual(['r.1.0', 'r.2.0']);
  expect(area.stored.get('exchange.r.2.0')).toContain('code=new');
  expect(told).toEqual([true, false]);
});
