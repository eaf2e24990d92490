import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { providers } from './index.ts';

test('every file about a provider is in the list, under the name of its id', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => !file.endsWith('.test.ts') && file !== 'generic.ts')
    .filter((file) =>
      /^export const \w+: Provider = /m.test(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')),
    );
  expect(providers.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});

test('every provider can be recognised and says how its clients are registered and authenticate', () => {
  for (const { id, hosts, paths, metadata, console, clientAuthentication, fixes } of providers) {
    const facts = {
      recognised: hosts.length + paths.length > 0 || metadata !== undefined,
      console: console !== undefined,
      authentication: clientAuthentication.length > 0,
      fixes: Object.keys(fixes).length > 2,
    };
    expect([id, facts]).toEqual([id, { recognised: true, console: true, authentication: true, fixes: true }]);
  }
});

test('no host belongs to two providers', () => {
  const patterns = providers.flatMap(({ id, hosts }) => hosts.map((host) => [id, host.source] as const));
  expect(new Set(patterns.map(([, source]) => source)).size).toBe(patterns.length);
});
