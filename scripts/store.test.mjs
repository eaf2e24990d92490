import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../docs/store');
const page = readFileSync(join(folder, 'listing.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../manifest.json'), 'utf8'));

/** The text under a heading, up to the next. */
function under(heading) {
  return page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0].trim() ?? '';
}

/** Width and height of a PNG, from its header (https://www.w3.org/TR/png-3/#11IHDR). */
function sizeOf(file) {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('name and summary are the manifest’s, and as short as the strictest store has them', () => {
  expect(under('Name').split('\n')[0]).toBe(manifest.name);
  expect(manifest.name.length).toBeLessThanOrEqual(45);
  expect(under('Summary').split('\n')[0]).toBe(manifest.description);
  expect(manifest.description.length).toBeLessThanOrEqual(132);
});

test('the description is a text, and each permission has a justification of a few sentences', () => {
  const { length } = under('Description');
  expect(length).toBeGreaterThan(250);
  expect(length).toBeLessThan(10_000);
  const texts = [...under('Permission justifications').matchAll(/^\|[^|]+\|([^|]+)\|$/gmu)]
    .map(([, text]) => text.trim())
    .filter((text) => !/^(?:-+|text)$/u.test(text));
  expect(texts).toHaveLength(6);
  for (const text of texts) {
    expect(text.length).toBeGreaterThan(60);
    expect(text.length).toBeLessThan(1000);
  }
});

test('the pictures have the sizes that the stores take', () => {
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'));
  expect(pictures).toEqual([
    '1-cause.png',
    '2-two-tenants.png',
    '3-tokens.png',
    '4-not-seen.png',
    'tile.png',
  ]);
  for (const name of pictures)
    expect(sizeOf(join(folder, name))).toEqual(name === 'tile.png' ? [440, 280] : [1280, 800]);
  for (const size of [16, 32, 48, 128])
    expect(sizeOf(join(import.meta.dirname, `../public/icon-${size}.png`))).toEqual([size, size]);
});
