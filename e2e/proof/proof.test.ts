import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { causeIds } from '../../src/engine/oauth/causes.ts';
import { proofCases } from './cases/index.ts';
import { alarmsOf, givenOf, placeOfTruth, proofPage } from './page.ts';
import { playAll, type Played } from './play.ts';

let played: readonly Played[] = [];

beforeAll(async () => {
  played = await playAll(proofCases);
}, 420_000);

/** What went otherwise than it should, each with what was done. */
const wrong = (is: (each: Played) => unknown): readonly string[] =>
  played.filter(is).map(({ case: { truth }, causes }) => `${truth} → ${causes[0]?.id}`);

test('no two cases say the same', () => {
  expect(new Set(proofCases.map(({ truth, server }) => `${server}: ${truth}`)).size).toBe(proofCases.length);
});

test('every cause has a case', () => {
  const made = new Set(proofCases.map(({ cause }) => cause));
  expect(causeIds.filter((id) => !made.has(id))).toEqual([]);
});

test('every case ended as it was made to: failures failed, clean logins succeeded', () => {
  expect(
    wrong(({ case: { cause, expected }, told }) => {
      const outcome = told?.verdict.outcome;
      if (expected === true) return outcome !== 'abandoned';
      return outcome !== (cause === undefined ? 'succeeded' : 'failed');
    }),
  ).toEqual([]);
});

test('the true cause stands first where traffic can decide it, else among the first three', () => {
  expect(
    wrong((each) => {
      const place = placeOfTruth(each);
      return each.case.cause !== undefined && (place === 0 || place > (each.case.undecidable ? 3 : 1));
    }),
  ).toEqual([]);
});

test('no cause of any flow is called certain and untrue', () => {
  expect(
    wrong(({ case: { cause }, flows }) =>
      flows.some(({ verdict }) =>
        verdict.causes.some(({ id, confidence }) => confidence === 'certain' && id !== cause),
      ),
    ),
  ).toEqual([]);
});

test('a clean login or an ordinary answer has no finding above info', () => {
  expect(
    wrong(
      (each) => (each.case.cause === undefined || each.case.expected === true) && alarmsOf(each).length > 0,
    ),
  ).toEqual([]);
});

test('docs/proof.md has every case with the server’s words and the true cause', () => {
  const page = readFileSync('docs/proof.md', 'utf8');
  expect(played.map(givenOf).filter((given) => !page.includes(given))).toEqual([]);
});

// What our engine makes of it changes with every better rule: `npm run proof:test` holds the page to it.
if (process.env['GRANTSCOPE_PROOF'] !== undefined)
  test('docs/proof.md says what was just seen', () => {
    expect(played.length, 'every server is there').toBe(proofCases.length);
    expect(readFileSync('docs/proof.md', 'utf8')).toBe(proofPage(played));
  });
