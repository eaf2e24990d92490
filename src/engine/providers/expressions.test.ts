import { describe, expect, test } from 'vitest';
import { generic } from './generic.ts';
import { providers } from './index.ts';

// All expressions run on text that a stranger wrote: error descriptions, pages, URLs.

const all = [...providers, generic];
const texts = all.flatMap((provider) => provider.errors.map(({ says }) => [provider.id, says] as const));
const urls = all.flatMap((provider) =>
  [...provider.hosts, ...provider.paths, ...provider.tenants.map(({ url }) => url)].map(
    (pattern) => [provider.id, pattern] as const,
  ),
);

/** The expression without escapes and classes, so that what is left of `*`, `+` and braces are quantifiers. */
function skeleton(pattern: RegExp): string {
  return pattern.source.replace(/\\[^]/g, 'x').replace(/\[[^\]]*\]/g, 'x');
}

const unbounded = /[*+]|\{\d+,\}/;

describe('no expression can be made to run for ever', () => {
  test('every text is looked for with bounded repetition', () => {
    expect(texts.filter(([, says]) => unbounded.test(skeleton(says)))).toEqual([]);
  });

  test('no text is looked for with more than three runs of anything, each of at most 200 characters', () => {
    for (const [, says] of texts) {
      for (const alternative of skeleton(says).split('|')) {
        const runs = [...alternative.matchAll(/\{\d+,(\d+)\}/g)].map((match) => Number(match[1]));
        expect([says, runs.length <= 3 && runs.every((most) => most <= 200)]).toEqual([says, true]);
      }
    }
  });

  test('no expression repeats a group that itself repeats without bound, unless a delimiter ends each turn', () => {
    const nested = /\((?:\?[:=!]|\?<\w+>)?[^()]*[*+][^()]*\)(?:[*+]|\{\d+,\})/;
    const delimited = /\(\?:x\*&\)\*\?/g;
    expect(urls.filter(([, pattern]) => nested.test(skeleton(pattern).replace(delimited, '')))).toEqual([]);
  });

  const length = 100_000;
  const hostile = [
    'a',
    '-',
    '.',
    '/',
    'aA0-',
    'client ',
    'redirect_uri ',
    'code ',
    "'",
    '\n',
    ' ',
    'realms/a/',
    'p=&',
    '7',
    'é😀',
  ];

  test.each(hostile)('long runs of %j are read by each of them', (piece) => {
    const run = piece.repeat(length / piece.length);
    for (const [, says] of texts) says.test(run);
    for (const prefix of [
      '',
      'https://',
      'https://a.b2clogin.com/x?',
      'https://api.descope.com/oauth2/v1/authorize?',
    ]) {
      for (const [, pattern] of urls) pattern.test(prefix + run);
    }
    expect(run).toHaveLength(Math.floor(length / piece.length) * piece.length);
  });
});
