import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { expect, test } from 'vitest';
import { createRedactor } from '../engine/trace/redact.ts';

const engine = join(import.meta.dirname, '../engine');

/** Where the sentences of a report are written. */
const folders = ['diagnosis', 'flow', 'providers'];

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(engine, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(engine, folder, name));
}

/** Every text of a source file that has a blank, and so is a sentence or a part of one. */
function sentencesOf(file: string): readonly string[] {
  const found: string[] = [];
  new Visitor({
    Literal: ({ value }) => void (typeof value === 'string' && found.push(value)),
    TemplateElement: ({ value }) => void found.push(value.cooked ?? ''),
  }).visit(parseSync(file, readFileSync(file, 'utf8')).program);
  return found.filter((text) => text.trim().includes(' '));
}

test('redaction changes no sentence of ours: what to do stands whole in every export', () => {
  const sentences = folders.flatMap(sourcesIn).flatMap(sentencesOf);
  expect(sentences.length).toBeGreaterThan(1500);
  const redactor = createRedactor({ key: new Uint8Array(32) });
  expect(sentences.filter((text) => redactor.text(text) !== text)).toEqual([]);
});
