import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { layerOf, layers } from './testing/layers.ts';
import { scanSource, type SourceScan } from './testing/source-scan.ts';

const self = 'architecture.test.ts';
const isTest = (path: string): boolean => /\.test\.tsx?$/u.test(path);

/** Every source file by its path below `src`. */
const sources: ReadonlyMap<string, string> = new Map(
  readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/u.test(path))
    .sort()
    .map((path) => [path, readFileSync(`${import.meta.dirname}/${path}`, 'utf8')]),
);

const scans: ReadonlyMap<string, SourceScan> = new Map(
  [...sources].map(([path, source]) => [path, scanSource(path, source)]),
);

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
  readonly later: boolean;
}

const edges: readonly Edge[] = [...scans].flatMap(([from, { imports }]) =>
  imports
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier, typeOnly, later = false }) => ({
      from,
      to: posix.join(posix.dirname(from), specifier.replace(/\?.*$/u, '')),
      typeOnly,
      later,
    })),
);

const productEdges = edges.filter(({ from }) => !isTest(from));

function mayImport({ from, to, typeOnly }: Edge): boolean {
  const [mine, theirs] = [layerOf(from), layerOf(to)];
  if (mine === undefined || theirs === undefined) return false;
  const { may, mayTypes = [] } = layers[mine] ?? { may: [] };
  return mine === theirs || may.includes(theirs) || (typeOnly && mayTypes.includes(theirs));
}

test('imports were seen: of every file that has one, and each leads to a file', () => {
  const withoutScan = [...sources]
    .filter(([, source]) => /^import /mu.test(source))
    .map(([path]) => path)
    .filter((path) => scans.get(path)?.imports.length === 0);
  expect(withoutScan).toEqual([]);
  expect(productEdges.length).toBeGreaterThan(100);
  expect(edges.filter(({ to }) => !existsSync(`${import.meta.dirname}/${to}`))).toEqual([]);
});

test('every file belongs to a layer', () => {
  expect([...sources.keys()].filter((path) => path !== self && layerOf(path) === undefined)).toEqual([]);
});

test('imports go one direction only', () => {
  const wrong = productEdges.filter(({ to }) => sources.has(to)).filter((edge) => !mayImport(edge));
  expect(wrong.map(({ from, to, typeOnly }) => `${from} -> ${to}${typeOnly ? ' (type)' : ''}`)).toEqual([]);
});

test('a layer imports the packages it is given and no other', () => {
  const wrong = [...scans]
    .filter(([path]) => !isTest(path))
    .flatMap(([path, { imports }]) => {
      const given = layers[layerOf(path) ?? '']?.packages ?? [];
      const isGiven = (name: string): boolean =>
        given.some((each) =>
          each.endsWith(':') ? name.startsWith(each) : name === each || name.startsWith(`${each}/`),
        );
      return imports
        .map(({ specifier }) => specifier)
        .filter((name) => !name.startsWith('.') && !isGiven(name))
        .map((name) => `${path} -> ${name}`);
    });
  expect(wrong).toEqual([]);
});

/** The files on a way that leads back to where it began; undefined when there is none. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  function visit(path: string, way: readonly string[]): readonly string[] | undefined {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const next of graph.get(path) ?? []) {
      const cycle = visit(next, [...way, path]);
      if (cycle !== undefined) return cycle;
    }
    done.add(path);
    return undefined;
  }
  for (const path of graph.keys()) {
    const cycle = visit(path, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

test('no file imports itself by way of others', () => {
  expect(findCycle(new Map([['a', ['b']], ['b', ['c']], ['c', ['b']]]))).toEqual(['b', 'c', 'b']); // prettier-ignore
  const graph = new Map<string, string[]>();
  for (const { from, to } of edges) graph.set(from, [...(graph.get(from) ?? []), to]);
  expect(findCycle(graph)).toBeUndefined();
});

/** Every file that is loaded with another, below it. */
function loadedWith(path: string): ReadonlySet<string> {
  const loaded = new Set([path]);
  for (const each of loaded)
    for (const { from, to, typeOnly, later } of edges)
      if (from === each && !typeOnly && !later) loaded.add(to);
  return loaded;
}

test('the panel draws its list before rules, what shows a verdict, and what is seldom pressed are loaded', () => {
  const first = [...loadedWith('panel/main.tsx')];
  expect(first).toEqual(expect.arrayContaining(['panel/views/flows/FlowList.tsx', 'engine/analyzer.ts']));
  const later =
    /^engine\/(?:diagnosis\/(?:rules|trees|judge|cause)|signatures|trace\/(?:to-|from-)|http\/from-(?:har|curl|raw))|^panel\/(?:views\/(?:verdict|detail|share|settings|Help)|store\/(?:share|explanations))/u;
  expect([...sources.keys()].filter((path) => later.test(path)).length).toBeGreaterThan(200);
  expect(first.filter((path) => later.test(path))).toEqual([]);
  expect([...loadedWith('panel/judged.ts')]).toContain('engine/diagnosis/rules/index.ts');
});

function usersOf(names: readonly string[], where: (path: string) => boolean): readonly string[] {
  return [...scans]
    .filter(([path]) => where(path) && !isTest(path))
    .flatMap(([path, { uses }]) =>
      names.filter((name) => uses.has(name)).map((name) => `${path} uses ${name}`),
    );
}

test('only src/platform talks to the browser', () => {
  const names = [
    'chrome',
    'browser',
    'globalThis.chrome',
    'globalThis.browser',
    'window.chrome',
    'window.browser',
  ];
  expect(usersOf(names, (path) => layerOf(path) !== 'platform')).toEqual([]);
  const importers = [...scans].filter(([, { imports }]) =>
    imports.some(({ specifier }) => specifier === 'webextension-polyfill'),
  );
  expect(importers.map(([path]) => path).filter((path) => layerOf(path) !== 'platform')).toEqual([]);
});

test('the engine has no clock, dice, network or document', () => {
  const names = [
    ...['Date.now', 'new Date()', 'performance', 'Math.random', 'crypto', 'process', 'globalThis'],
    ...['fetch', 'XMLHttpRequest', 'WebSocket', 'document', 'window', 'navigator', 'location'],
    ...['localStorage', 'sessionStorage', 'setTimeout', 'setInterval', 'console'],
  ];
  expect(usersOf(names, (path) => path.startsWith('engine/'))).toEqual([]);
});

test('no file is longer than 250 lines', () => {
  const long = [...sources].filter(([, source]) => source.trimEnd().split('\n').length > 250);
  expect(long.map(([path]) => path)).toEqual([]);
});

const inTrace = (path: string): boolean => path.startsWith('engine/trace/') && !isTest(path);
const isExporter = (path: string): boolean => /^engine\/trace\/to-[a-z-]+\.ts$/u.test(path);

test('every exporter takes what passed the one door out', () => {
  const functions = [...scans]
    .filter(([path]) => isExporter(path))
    .flatMap(([path, scan]) => scan.functions.map(({ name, takes }) => ({ path, name, takes })));
  expect(functions.length).toBeGreaterThan(8);
  const past = functions.filter(
    ({ takes: [first] }) => first !== 'Shareable' && first !== 'RedactedExchange',
  );
  expect(past).toEqual([]);
});

test('what exporters are made of is used by exporters alone', () => {
  const parts = productEdges
    .filter(({ from, to, typeOnly }) => isExporter(from) && inTrace(to) && !typeOnly)
    .map(({ to }) => to)
    .filter((path) => !isExporter(path));
  expect(parts).toContain('engine/trace/svg-sequence.ts');
  const users = productEdges.filter(
    ({ from, to, typeOnly }) => parts.includes(to) && !inTrace(from) && !typeOnly,
  );
  expect(users.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
});

test('the program reads what it exports from the door, which two functions open', () => {
  const door = scans.get('engine/trace/shareable.ts');
  expect(door?.functions.map(({ name }) => name)).toEqual(['redactSession', 'revealSession']);
  expect(scans.get('engine/trace/redact-exchange.ts')?.functions.map(({ name }) => name)).toEqual([
    'redactExchange',
  ]);
});
