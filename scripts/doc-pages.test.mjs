import { expect, test } from 'vitest';
import { rules } from '../src/engine/diagnosis/rules/index.ts';
import { docPages } from './doc-pages.ts';

const pages = [...docPages()].filter(([name]) => name.endsWith('.html'));
const places = new Map(
  pages.map(([name, html]) => [name, [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id)]),
);
const links = pages.flatMap(([page, html]) =>
  [...html.matchAll(/<a href="([^"]+)"/gu)].map(([, to]) => ({ page, to })),
);

test('every link of a page leads to a page and a place on it, or by https to a source', () => {
  expect(links.length).toBeGreaterThan(500);
  const dead = links.filter(({ page, to }) => {
    if (to.startsWith('https://')) return false;
    const [name, place] = to.split('#');
    const found = places.get(name === '' ? page : name);
    return found === undefined || (place !== undefined && !found.includes(place));
  });
  expect(dead).toEqual([]);
});

test('each rule has its place, and no place of a page has the name of another', () => {
  expect(places.get('rules.html')).toEqual(expect.arrayContaining(rules.map(({ id }) => id)));
  for (const [page, ids] of places) expect([page, new Set(ids).size]).toEqual([page, ids.length]);
});

test('a page runs and loads nothing but its style sheet, and its policy says so', () => {
  expect([...docPages().keys()]).toContain('doc-pages.css');
  for (const [name, html] of pages) {
    const elements = new Set([...html.matchAll(/<([a-z][\w-]*)/gu)].map(([, element]) => element));
    for (const element of ['script', 'img', 'iframe', 'object', 'style', 'form'])
      expect([name, elements.has(element)]).toEqual([name, false]);
    expect([name, [...html.matchAll(/ (?:src|style|on\w+)="/gu)]]).toEqual([name, []]);
    expect(html.match(/<link [^>]+>/gu)).toEqual(['<link rel="stylesheet" href="doc-pages.css" />']);
    expect(html).toContain(
      "content=\"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'\"",
    );
  }
});

test('what a document names in angle brackets is text', () => {
  expect(docPages().get('permissions.html')).toContain('<code>&lt;all_urls&gt;</code>');
});
