import { describe, expect, test } from 'vitest';
import { answerProof, valuesProof } from './proofs.ts';
import { rank, type Suspicion } from './suspicion.ts';

const words = answerProof();
const values = valuesProof(undefined);

function suspect(cause: Suspicion['cause'], weight: number, proof?: Suspicion['proof']): Suspicion {
  return { cause, weight, evidence: [], ...(proof === undefined ? {} : { proof }) };
}

describe('ranked suspicions', () => {
  test.each<readonly [string, readonly Suspicion[], readonly Suspicion['cause'][]]>([
    [
      'are one a cause, best first, without the improbable',
      [
        suspect('code_expired', 0.3),
        suspect('code_reused', 0.6),
        suspect('code_expired', 0.7),
        suspect('other', 0.04),
      ],
      ['code_expired', 'code_reused'],
    ],
    [
      'hide guesses beside a proof',
      [suspect('code_expired', 0.9), suspect('code_reused', 0.97)],
      ['code_reused'],
    ],
    [
      'take one meaning of the same words',
      [suspect('scope_invalid', 0.95, words), suspect('refresh_scope_exceeds_grant', 0.96)],
      ['refresh_scope_exceeds_grant'],
    ],
    [
      'hold two faults that were both compared',
      [
        suspect('redirect_uri_mismatch_at_token', 0.97, values),
        suspect('pkce_verifier_mismatch', 0.97, values),
      ],
      ['redirect_uri_mismatch_at_token', 'pkce_verifier_mismatch'],
    ],
  ])('%s', (_, suspicions, expected) => {
    expect(rank(suspicions).map(({ cause }) => cause)).toEqual(expected);
  });
});
