import { expect, test } from 'vitest';
import { started } from '../../testing/capture-events.ts';
import { nextOf } from './hop.ts';
import type { Place } from './age-queue.ts';
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
  const shelf = createShelf();
  const kept: { readonly record: SessionRecord; readonly place: Place }[] = [];
  let asked = 0;
  for (let number = 0; number < 5000; number += 1) {
    const [record, ...later] = livesOf(recordOf(number));
    if (record === undefined) throw new Error('no life');
    const placeOf = (): Place => {
      let isLeft = false;
      return {
        id: record.exchange.id,
        number,
        get isLeft() {
          asked += 1;
          return isLeft;
        },
        set isLeft(is) {
          isLeft = is;
        },
      };
    };
    let newest = { record, place: placeOf() };
    shelf.add(record, newest.place);
    for (const changed of later) {
      newest.place.isLeft = true;
      newest = { record: changed, place: placeOf() };
      shelf.promote(changed, newest.place);
    }
    kept.push(newest);
    const oldest = kept[number - 10];
    if (oldest === undefined) continue;
    oldest.place.isLeft = true;
    shelf.removed(oldest.record);
  }
  asked = 0;
  expect([shelf.size(), shelf.next(undefined)]).toEqual([10, 'r.4990.0']);
  expect(asked).toBeLessThan(50);
});
