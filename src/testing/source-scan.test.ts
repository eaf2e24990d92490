import { expect, test } from 'vitest';
import { scanSource } from './source-scan.ts';

test('every way to import is seen, and whether it outlives compilation', () => {
  const source = `
    import type { A } from './type.ts';
    import { type B, c } from './mixed.ts';
    import { type D } from './inline-type.ts';
    import './effect.ts';
    export * from './all.ts';
    export { e } from './again.ts';
    export type { F } from './type-again.ts';
    export const view = <b>{await import('./later.ts')}</b>;
    export type G = import('./in-a-type.ts').G;
    const text = "import { no } from './quoted.ts'"; // import './comment.ts'
  `;
  expect(scanSource('file.tsx', source).imports).toEqual([
    { specifier: './type.ts', typeOnly: true },
    { specifier: './mixed.ts', typeOnly: false },
    { specifier: './inline-type.ts', typeOnly: true },
    { specifier: './effect.ts', typeOnly: false },
    { specifier: './all.ts', typeOnly: false },
    { specifier: './again.ts', typeOnly: false },
    { specifier: './type-again.ts', typeOnly: true },
    { specifier: './later.ts', typeOnly: false, later: true },
    { specifier: './in-a-type.ts', typeOnly: true },
  ]);
});

test('names are seen where they are called, constructed, read from or taken apart', () => {
  const source = `
    fetch(url); Date.now(); new Date(); new Date(0); globalThis.chrome.tabs; const { runtime } = browser;
    const own = { fetch: 1, window: 2 }; own.document;
    const read = ({ document }, [first = 0, ...location]) => document.title + location.length;
  `;
  expect([...scanSource('file.ts', source).uses].sort()).toEqual(
    ['fetch', 'Date', 'Date.now', 'new Date()', 'globalThis', 'globalThis.chrome', 'browser'].sort(),
  );
});

test('exported functions are seen, with the types that they take', () => {
  const source = `
    export function one(session: Shareable, { id }: Other): string { return ''; }
    export function two({ report }: Shareable, count: number, rest: readonly A[]) {}
    export function none() {}
    function own(exchange: Exchange) {}
    export const value = 1;
  `;
  expect(scanSource('file.ts', source).functions).toEqual([
    { name: 'one', takes: ['Shareable', 'Other'] },
    { name: 'two', takes: ['Shareable', '?', '?'] },
    { name: 'none', takes: [] },
  ]);
});

test('a file that does not parse is an error, not an empty file', () => {
  expect(() => scanSource('file.ts', 'import {')).toThrow('"file.ts" does not parse');
});
