import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { causeIds, type CauseId } from '../oauth/causes.ts';
import { generic } from './generic.ts';
import { providerById, providers } from './index.ts';

interface Sent {
  readonly provider: string;
  readonly at: string;
  readonly text: string;
  readonly cause: string;
}

const sent: readonly Sent[] = readFileSync(`${import.meta.dirname}/error-texts.txt`, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [provider = '', at = '', code = '', description = '', cause = ''] = line
      .split('|')
      .map((field) => field.trim());
    // As a verdict joins them: the standard's word, the code as sent, the description.
    return { provider, at, text: [code, code, description].filter((part) => part !== '').join('\n'), cause };
  });

describe('what a server sends points to its cause', () => {
  test.each(sent)('$provider at $at: $text', ({ provider, at, text, cause }) => {
    const matching = providerById(provider).errors.filter(
      (hint) => (hint.at === 'any' || hint.at === at) && hint.says.test(text),
    );
    const [best] = matching.toSorted((a, b) => b.strength - a.strength);
    expect(best?.cause).toBe(cause);
    // Two proofs that contradict each other would be one too many.
    expect(
      new Set(matching.filter(({ strength }) => strength >= 0.95).map((hint) => hint.cause)).size,
    ).toBeLessThan(2);
  });
});

test('every cause, strength and fix is well formed', () => {
  for (const { id, errors, fixes } of providers) {
    for (const { cause, strength, fix, sentence } of errors) {
      expect(causeIds).toContain(cause);
      expect([id, strength > 0 && strength <= 0.97]).toEqual([id, true]);
      expect(fix ?? 'A sentence.').toMatch(/^[A-Z].+\.$/);
      expect(sentence ?? 'A sentence.').toMatch(/^[A-Z][^:;]+\.$/);
    }
    for (const fix of Object.values(fixes)) expect(fix).toMatch(/^[A-Z].+\.$/);
  }
});

/** Causes whose own sentence tells of two requests or of what the browser did, which a text alone does not prove. */
const ofTraffic: ReadonlySet<string> = new Set<CauseId>([
  'tenant_mismatch',
  'state_lost',
  'cors_blocked',
  'network_failure',
]);

/** Says just what the cause's own sentence says. */
const issuedElsewhere = [/:700005\)/, /issued .*another/];

test('a text whose cause is told by traffic otherwise says itself what is wrong', () => {
  const silent = [...providers, generic].flatMap(({ id, errors }) =>
    errors
      .filter(({ cause, sentence }) => ofTraffic.has(cause) && sentence === undefined)
      .map(({ says }) => `${id}: ${says.source}`),
  );
  expect(silent.filter((each) => !issuedElsewhere.some((says) => says.test(each)))).toEqual([]);
});
