import { expect, test } from 'vitest';
import { started } from '../../testing/capture-events.ts';
import { nextOf } from './hop.ts';
import type { SessionRecord } from './record.ts';
import { createShelf } from './shelf.ts';

function recordOf(number: number): SessionRecord {
  const event = started(String(number), 'https://op.test/authorize?client_id=c');
  if (event.type !== 'request_started') throw new Error(event.type);
  return nextOf(undefined, event, number, { run: 'r' });
}

test.each([
  ['as they came', (record: SessionRecord) => [record]],
  ['with a login that failed afterwards', (record: SessionRecord) => [record, { ...record, failed: true }]],
])('a shelf that is never full keeps no place for what left another one: %s', (_, livesOf) => {
  const records = new Map<string, SessionRecord>();
  let asked = 0;
  const shelf = createShelf((id) => {
    asked += 1;
    return records.get(id);
  });
  for (let number = 0; number < 5000; number += 1) {
    const [record, ...later] = livesOf(recordOf(number));
    if (record === undefined) throw new Error('no life');
    records.set(record.exchange.id, record);
    shelf.add(record);
    for (const changed of later) {
      records.set(record.exchange.id, changed);
      shelf.promote(changed);
    }
    const oldest = records.get(`r.${number - 10}.0`);
    if (oldest === undefined) continue;
    records.delete(oldest.exchange.id);
    shelf.removed(oldest);
  }
  asked = 0;
  expect([shelf.size(), shelf.next(undefined)]).toEqual([10, 'r.4990.0']);
  expect(asked).toBeLessThan(50);
});
