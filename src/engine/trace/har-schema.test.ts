import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isJsonObject, listOf } from '../http/json.ts';
import { isProblem } from '../http/problem.ts';
import { plantedTraffic } from '../../testing/planted/traffic.ts';
import { schemaErrors } from '../../testing/schema-errors.ts';
import { fromFile } from './from-file.ts';
import { createRedactor } from './redact.ts';
import { redactSession, revealSession } from './shareable.ts';
import { toHar } from './to-har.ts';

const folder = 'e2e/recordings';
const recordings = readdirSync(folder).filter((name) => name.endsWith('.har'));
const noReport = { flows: [] };

test('a HAR that lacks a member, or has one of no standard, is found', () => {
  const har: unknown = JSON.parse(toHar(revealSession(plantedTraffic().exchanges, noReport), '0'));
  const [entry] = isJsonObject(har) && isJsonObject(har['log']) ? listOf(har['log']['entries']) : [];
  if (!isJsonObject(entry)) throw new Error('The HAR has no entry.');
  const creator = { name: 'x', version: '1' };
  const { time, ...timeless } = entry;
  const log = { version: '1.2', creator, entries: [timeless, { ...entry, time, extra: 1 }] };
  expect(schemaErrors('har', { log })).toEqual([
    "/log/entries/0 must have required property 'time'",
    '/log/entries/1 must NOT have additional properties',
  ]);
});

test('the HAR of planted traffic, redacted or not, is HAR 1.2', () => {
  const { exchanges } = plantedTraffic();
  const redacted = redactSession(exchanges, noReport, createRedactor({ key: new Uint8Array(32) }));
  expect(schemaErrors('har', JSON.parse(toHar(redacted, '0')))).toEqual([]);
  expect(schemaErrors('har', JSON.parse(toHar(revealSession(exchanges, noReport), '0')))).toEqual([]);
});

test.each(recordings)('the HAR written of %s is HAR 1.2, and each page it refers to is there', (name) => {
  const exchanges = fromFile(readFileSync(`${folder}/${name}`, 'utf8'), name);
  if (isProblem(exchanges)) throw new Error(exchanges.reason);
  const har: unknown = JSON.parse(toHar(revealSession(exchanges, noReport), '0'));
  expect(schemaErrors('har', har)).toEqual([]);
  const log = isJsonObject(har) && isJsonObject(har['log']) ? har['log'] : {};
  const pages = listOf(log['pages']).map((page) => isJsonObject(page) && page['id']);
  const named = listOf(log['entries']).flatMap((entry) =>
    isJsonObject(entry) && entry['pageref'] !== undefined ? [entry['pageref']] : [],
  );
  expect(pages).toEqual([...new Set(named)]);
});
