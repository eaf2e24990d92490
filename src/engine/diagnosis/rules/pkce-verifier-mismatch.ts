import type { AuthorizationRequest } from '../../oauth/message.ts';
import { s256, sha256Hex, verifierKeys, verifierMatches } from '../../oauth/pkce.ts';
import { rfc } from '../../oauth/source.ts';
import type { Surroundings } from '../../flow/surroundings.ts';
import { valuesProof } from '../proofs.ts';
import { isGrantRefused } from '../refusal.ts';
import { at, cannotTell, defineRule, fail, notApplicable, passBecause } from '../rule.ts';

export const pkceVerifierMismatch = defineRule({
  id: 'pkce-verifier-mismatch',
  title: 'The code_verifier does not belong to the code_challenge of this login',
  severity: 'error',
  why: 'The server computes the challenge from the verifier and compares.',
  fix: 'Keep one verifier for each state and send the one that belongs to the state returned with the code; encode base64url without padding.',
  sources: [rfc(7636, '4.6')],
  rulesOut: 'PKCE',
  needs: ['flow', 'authorizationRequest', 'tokenRequest', 'surroundings'],
  check({ flow, authorizationRequest, tokenRequest, surroundings }) {
    const challenge = authorizationRequest.params.get('code_challenge');
    const verifier = tokenRequest.params.get('code_verifier');
    if (challenge === undefined || verifier === undefined) return notApplicable;
    const method = authorizationRequest.params.get('code_challenge_method');
    const matches = verifierMatches(verifier, challenge, method);
    if (matches === undefined)
      return cannotTell('The challenge was made by a method that is not known, or one side is hidden.');
    if (matches) return passBecause('the verifier belongs to the challenge');
    // A server that accepted it does not enforce PKCE, which another rule says.
    if (!isGrantRefused(tokenRequest)) return notApplicable;
    const evidence = [at(authorizationRequest, 'code_challenge'), at(tokenRequest, 'code_verifier')] as const;
    const difference =
      stranger(verifier, flow.id, surroundings) ?? miscomputation(verifier, challenge, authorizationRequest);
    return fail(evidence, {
      suspicion: {
        cause: 'pkce_verifier_mismatch',
        weight: 0.97,
        sentence: `The code_verifier does not belong to the code_challenge of this login${difference === undefined ? '' : `: ${difference}`}.`,
        evidence,
        proof: valuesProof(difference, ['code_challenge', evidence[0]], ['code_verifier', evidence[1]]),
      },
    });
  },
});

/** The verifier may be the right one for another login, whose tab overwrote the storage. */
function stranger(verifier: string, flow: string, surroundings: Surroundings): string | undefined {
  const owners = verifierKeys(verifier).flatMap((key) => surroundings.requestsWithChallenge(key));
  return owners.some((owner) => owner.flow !== flow) ? 'it is the verifier of another login' : undefined;
}

function miscomputation(
  verifier: string,
  challenge: string,
  request: AuthorizationRequest,
): string | undefined {
  if (request.params.get('code_challenge_method') === undefined && challenge === s256(verifier)) {
    return 'the challenge is an S256 one, and code_challenge_method does not say so';
  }
  if (challenge === sha256Hex(verifier))
    return 'the challenge is the hash in hexadecimal instead of base64url';
  if (challenge.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_') === s256(verifier)) {
    return 'the challenge is in plain base64 instead of base64url without padding';
  }
  if (challenge === verifier) return 'the challenge is the verifier itself, although the method is S256';
  if (challenge === s256(verifier.trim())) return 'white space was added to the verifier';
  return undefined;
}
