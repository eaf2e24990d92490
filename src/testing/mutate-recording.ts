/** Numbers from 0 to below 1 that follow from a seed (mulberry32), so that a failure can be repeated. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

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

/** A recording as a broken or hostile program may have written it: members replaced, dropped and doubled, text cut and spoiled. */
export function mutateRecording(har: string, random: () => number): string {
  if (random() < 0.15) return spoilText(har, random);
  const tree: unknown = JSON.parse(har);
  const changes = 1 + Math.floor(random() * 12);
  let changed = tree;
  for (let count = 0; count < changes; count++) changed = change(changed, random);
  const text = JSON.stringify(changed) ?? '';
  return random() < 0.05 ? spoilText(text, random) : text;
}

function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}

function spoilText(text: string, random: () => number): string {
  let spoilt = random() < 0.2 ? text.slice(0, Math.floor(random() * text.length)) : text;
  const times = Math.floor(random() * 8);
  for (let count = 0; count < times; count++) {
    const at = Math.floor(random() * spoilt.length);
    spoilt = spoilt.slice(0, at) + (pick(scraps, random) ?? '') + spoilt.slice(at + Math.floor(random() * 6));
  }
  return spoilt;
}

/** Walks down a random path and changes what stands there. */
function change(value: unknown, random: () => number): unknown {
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
