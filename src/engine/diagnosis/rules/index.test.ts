import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue, leftOut, notRules } from '../../../testing/rule-catalogue.ts';
import { rulesTraps } from '../../../testing/rule-traps.ts';
import { rules } from './index.ts';

const files = readdirSync(import.meta.dirname).filter((name) => !name.startsWith('index'));
const ids = files.filter((name) => !name.endsWith('.test.ts')).map((name) => name.replace('.ts', ''));

test('every rule of the folder is registered, in the order of the alphabet, under the name of its file', () => {
  expect(rules.map(({ id }) => id)).toEqual(ids.toSorted());
});

test('every rule has fixtures on which it fails, on which it is silent, and words that stand alone', () => {
  const lacking = rules.filter(({ id, title, why, fix, sources }) => {
    const source = readFileSync(`${import.meta.dirname}/${id}.test.ts`, 'utf8');
    const isTested =
      source.includes(`checkRule('${id}'`) && /fails: \{\n/.test(source) && /silent: \{\n/.test(source);
    const sentences = [why, fix].every((words) => words.endsWith('.'));
    return !isTested || !sentences || title.endsWith('.') || sources.length === 0;
  });
  expect(lacking.map(({ id }) => id)).toEqual([]);
});

test('every check of the catalogue is a rule or is named with the reason why it is none', () => {
  const made = rules.map(({ id }) => id);
  expect([...made, ...Object.keys(notRules)].toSorted()).toEqual(catalogue.toSorted());
});

test('what a rule leaves out of its check is said of rules only', () => {
  expect(Object.keys(leftOut).filter((id) => !ids.includes(id))).toEqual([]);
});

test('every rule has its traps named, and no trap is of a rule that is none', () => {
  const named = [...rulesTraps].filter(([, traps]) => traps.length > 0).map(([rule]) => rule);
  expect(named.toSorted()).toEqual(ids.toSorted());
});
