import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { rowsOfPage, situations } from './capture-page.ts';
import { messagesPage } from './messages-page.ts';
import { plantedPage } from './planted-page.ts';
import { providersPage } from './providers-page.ts';
import { rules } from '../src/engine/diagnosis/rules/index.ts';
import { rulesPage } from './rules-page.ts';
import { verdictsPage } from './verdicts-page.ts';

const root = join(import.meta.dirname, '..');
const read = (file) => readFileSync(join(root, file), 'utf8');

/** First cells of all table rows of a page, without headings and rules. */
function firstCells(file) {
  const rows = read(file).matchAll(/^\| ([^|]+) \|.*\n/gmu);
  return [...rows]
    .map(([, cell]) => cell.trim())
    .filter((cell) => !/^(-+|package|permission|data)$/u.test(cell));
}

test('every package has its line in docs/DEPENDENCIES.md, and no line is about another', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const told = firstCells('docs/DEPENDENCIES.md').flatMap((cell) => cell.split(', '));
  expect(new Set(told)).toEqual(new Set(Object.keys({ ...dependencies, ...devDependencies })));
});

test.each(['docs/permissions.md', 'docs/store/listing.md'])(
  '%s explains each permission and no other',
  (page) => {
    const { permissions, host_permissions: hosts } = JSON.parse(read('manifest.json'));
    const inFirefox = /firefoxPermissions = \[([^\]]+)\]/u.exec(read('vite.config.ts'))?.[1] ?? '';
    const asked = [
      ...permissions,
      ...[...inFirefox.matchAll(/'([^']+)'/gu)].map(([, name]) => name),
      ...hosts.map((each) => (each === '<all_urls>' ? 'host access to all sites' : each)),
    ];
    const told = firstCells(page).map((cell) => cell.replaceAll('`', '').replace(/ \(.*/u, ''));
    expect(new Set(told)).toEqual(new Set(asked));
  },
);

test('docs/rules.md says what the rules say of themselves; `npm run rules` makes it so', () => {
  expect(read('docs/rules.md')).toBe(rulesPage());
});

test('docs/providers.md says what is known of the providers; `npm run providers` makes it so', () => {
  expect(read('docs/providers.md')).toBe(providersPage());
});

test('docs/messages.md says how each message is recognised; `npm run docs` makes it so', () => {
  expect(read('docs/messages.md')).toBe(messagesPage());
});

test('docs/verdicts.md says what the cases of verdicts say; `npm run docs` makes it so', () => {
  expect(read('docs/verdicts.md')).toBe(verdictsPage());
});

test('docs/planted.md counts what survives in each format; `npm run docs` makes it so', () => {
  expect(read('docs/planted.md')).toBe(plantedPage());
});

test('docs/coverage.md names rules that exist, each with a fixture of its test that fails it', () => {
  const rows = read('docs/coverage.md').match(/^\| [ABC]-.*$/gmu);
  expect(rows.length).toBe(63);
  const shown = rows.map((row) => [...row.matchAll(/`([^`]+)`: \[([^\]]+)\]\(\.\.\/([^)]+)\)/gu)]);
  expect(shown.filter(({ length }) => length === 0)).toEqual([]);
  const ids = new Set(rules.map(({ id }) => id));
  const untrue = shown.flat().filter(([, rule, fixture, file]) => {
    if (!ids.has(rule) || !existsSync(join(root, file))) return true;
    const [failing] = read(file).split('\n  silent: {');
    const named = failing.includes(`checkRule('${rule}'`);
    return (
      !named ||
      ![`'${fixture}':`, `${fixture}:`, `"${fixture}":`].some((name) => failing.includes(`\n    ${name}`))
    );
  });
  expect(untrue.map(([text]) => text)).toEqual([]);
});

const pages = ['', 'docs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: folder !== '' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

test('every link between the pages, and every picture, leads to a file', () => {
  const links = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)/gu)].map(([, to]) => ({
      page,
      to,
    })),
  );
  expect(links.length).toBeGreaterThan(8);
  expect(links.filter(({ page, to }) => !existsSync(join(root, dirname(page), to)))).toEqual([]);
});

test('every command that a page names is a script', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/npm (?:run ([a-z:0-9]+)|(test)\b)/gu)].map(([, run, bare]) => ({
      page,
      script: run ?? bare,
    })),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(({ script }) => !(script in scripts))).toEqual([]);
});

test('docs/capture.md has a row for each test of a situation, which holds its cells, and no other', () => {
  const tests = situations();
  expect(tests.length).toBeGreaterThan(0);
  expect([...rowsOfPage().keys()]).toEqual(tests);
});
