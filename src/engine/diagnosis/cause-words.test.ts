import { describe, expect, test } from 'vitest';
import { verdictCases } from '../../testing/verdict-cases.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';
import { causeIds } from '../oauth/causes.ts';
import { causeWords } from './causes.ts';

const oneSentence = /^(?:The|No|It|A|An|Less) [^\n]*\.$/;

test.each(causeIds)(
  'the cause %s has a sentence, a fix, a source and the observation that decides it',
  (id) => {
    const { sentence, fix, sources, decidedBy } = causeWords(id);
    expect(sentence).toMatch(oneSentence);
    expect(fix).toMatch(/^[A-Z][^\n]*\.$/);
    expect(sources).not.toEqual([]);
    expect(decidedBy).toMatch(/^[A-Z][^\n]*\.$/);
  },
);

const verdicts = verdictCases().flatMap(({ nodes, when, trace }) =>
  analyze(fromTraceText(trace))
    .flows.map(({ verdict }) => verdict)
    .filter(({ causes }) => causes.length > 0)
    .map((verdict) => [`${nodes.join(' ')}: ${when}`, verdict] as const),
);

describe('a verdict says how sure it is', () => {
  const opening = /^(?:It could be that|Probably|Almost certainly) /;

  test.each(verdicts)('%s', (_, { sentence, causes: [best] }) => {
    const found = opening.exec(sentence)?.[0].trim();
    const weight = best?.weight ?? 0;
    const expected =
      weight >= 0.95
        ? undefined
        : weight >= 0.8
          ? 'Almost certainly'
          : weight >= 0.5
            ? 'Probably'
            : 'It could be that';
    expect(found).toBe(expected);
    expect(sentence.replace(opening, '')).toMatch(expected === undefined ? /^[A-Z“]/ : /^(?:[a-z“])/);
  });
});

describe('what is not certain says what would decide it, and what is certain does not', () => {
  test.each(verdicts)('%s', (_, { causes }) => {
    expect(causes.map(({ decidedBy }) => decidedBy === undefined)).toEqual(
      causes.map(({ confidence }) => confidence === 'certain'),
    );
  });
});
