import type { Exchange } from '../engine/http/exchange.ts';
import { mutateExchanges } from './mutate-exchanges.ts';
import { mutateHar } from './mutate-har.ts';
import { pick, type Random } from './seeded-random.ts';
import { writeRecording } from './write-recording.ts';

const scraps = [
  '',
  '"',
  '{',
  ']',
  '\\',
  '\u0000',
  '\ud800',
  '%',
  '%ff',
  '&',
  '=',
  '#',
  '?',
  '.',
  'null',
  '[]',
  '{}',
  '-1',
  '1e999',
  '<',
  'eyJh',
  '‹a·b›',
  'İ',
  '\r\n',
];
const values: readonly unknown[] = [
  null,
  '',
  0,
  -1,
  true,
  [],
  {},
  [null],
  '\u0000',
  'a'.repeat(5000),
  '%'.repeat(3000),
  '<'.repeat(3000),
  '.'.repeat(3000),
  '&a='.repeat(1000),
  { error: { error: {} } },
];

/** A sound recording, as it was written and as it is read. */
export interface SoundRecording {
  readonly har: string;
  readonly exchanges: readonly Exchange[];
}

/**
 * A recording as a hostile or careless program may have written it, in any format that is read. Most of them can be read,
 * and what they hold is odd; a fifth is broken as a file. `added` stands in it as it is, unless the file is broken or a HAR of another program.
 */
export function mutateRecording(
  recording: SoundRecording,
  other: SoundRecording,
  random: Random,
  added: readonly Exchange[] = [],
): string {
  const kind = random();
  if (kind < 0.08) return spoilTree(recording.har, random);
  if (kind < 0.25) return mutateHar(recording.har, random);
  const exchanges = [...mutateExchanges(recording.exchanges, other.exchanges, random), ...added].map(
    (exchange, index) => ({ ...exchange, id: `${pick(ids, random) ?? ''}${index}` }),
  );
  const format = pick(formats, random) ?? 'har';
  const text = writeRecording(exchanges, format);
  if (kind < 0.38) return spoilText(text, random);
  return format === 'har' && random() < 0.3 ? mutateHar(text, random) : text;
}

const ids = ['e', '', '__proto__', 'file.har#', '\u202E', '-'];
const formats = ['har', 'har', 'trace', 'trace', 'http', 'curl -v', 'curl'] as const;

/** Members replaced, dropped and doubled anywhere, whatever a reader may say of it. */
function spoilTree(har: string, random: Random): string {
  const changes = 1 + Math.floor(random() * 12);
  let changed: unknown = JSON.parse(har);
  for (let count = 0; count < changes; count++) changed = change(changed, random);
  return JSON.stringify(changed) ?? '';
}

function spoilText(text: string, random: Random): string {
  let spoilt = random() < 0.2 ? text.slice(0, Math.floor(random() * text.length)) : text;
  const times = Math.floor(random() * 8);
  for (let count = 0; count < times; count++) {
    const at = Math.floor(random() * spoilt.length);
    spoilt = spoilt.slice(0, at) + (pick(scraps, random) ?? '') + spoilt.slice(at + Math.floor(random() * 6));
  }
  return spoilt;
}

/** Walks down a random path and changes what stands there. */
function change(value: unknown, random: Random): unknown {
  if (typeof value === 'string' && random() < 0.7) return spoilText(value, random);
  const isList = Array.isArray(value);
  if (typeof value !== 'object' || value === null || random() < 0.01) return pick(values, random);
  const names = Object.keys(value);
  const name = pick(names, random);
  if (name === undefined) return value;
  const entries: [string, unknown][] = Object.entries(value).flatMap(([key, member]): [string, unknown][] => {
    if (key !== name) return [[key, member]];
    if (random() < 0.06) return [];
    if (isList && random() < 0.1)
      return [
        [key, member],
        [key, member],
      ];
    return [[key, change(member, random)]];
  });
  return isList ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}
