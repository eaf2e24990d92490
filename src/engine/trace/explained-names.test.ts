import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plantedNames } from '../../testing/planted/names.ts';
import { claimExplanationOf, explanationOf } from '../oauth/parameter-explanations.ts';
import { isHeaderName } from './header-policy.ts';
import { protocolNames, treatmentOf } from './name-policy.ts';

/** Planted as names that no table knows. */
const invented = new Set(['api_key', 'apikey', 'sessionid', 'account', 'device_id', 'pin', 'x_custom']);

const isExplained = (name: string): boolean =>
  [explanationOf(name, 'query'), explanationOf(name, 'response_json'), claimExplanationOf(name)].some(
    (explanation) => explanation !== undefined,
  );

test('every name that the redactor knows is explained where it is shown', () => {
  const names = protocolNames();
  expect(names.length).toBeGreaterThan(240);
  expect(names.filter((name) => !isExplained(name))).toEqual([]);
});

test('every name under which secrets are planted is explained, but for invented ones', () => {
  expect(plantedNames.filter((name) => !invented.has(name) && !isExplained(name))).toEqual([]);
});

test('secrets are planted under every name whose values are hidden', () => {
  const hidden = protocolNames().filter((name) => ['hide', 'jwt'].includes(treatmentOf(name, '').how));
  expect(hidden.filter((name) => !plantedNames.includes(name))).toEqual([]);
});

test('every header that a rule or verdict reads is explained', () => {
  const folder = join(import.meta.dirname, '../diagnosis');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .flatMap((source) => [...source.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map(([, name = '']) => name))
    .filter((name) => isHeaderName(name));
  expect(new Set(names).size).toBeGreaterThan(8);
  expect([...new Set(names)].filter((name) => explanationOf(name, 'response_header') === undefined)).toEqual(
    [],
  );
});
