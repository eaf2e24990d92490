import type { AuthorizationRequest, TokenRequest } from '../../oauth/message.ts';
import { challengeFault, verifierFault } from '../../oauth/pkce-format.ts';
import { rfc } from '../../oauth/source.ts';
import { isRefused } from '../refusal.ts';
import { at, defineRule, fail, notApplicable, pass, type RuleOutcome } from '../rule.ts';

export const pkceVerifierFormat = defineRule({
  id: 'pkce-verifier-format',
  title: 'The code_verifier or code_challenge has a length or characters that the standard does not allow',
  severity: 'error',
  why: 'A verifier has 43 to 128 characters out of letters, digits and “-._~”, and its hash has 43; servers refuse any other.',
  fix: 'Use 32 random bytes as base64url without padding, and the SHA-256 of that text, as base64url without padding too.',
  sources: [rfc(7636, '4.1'), rfc(7636, '4.2')],
  needs: ['flow', 'progress'],
  check({ flow: { authorizationRequest, redemptions }, progress: { failure, outcome } }) {
    const redemption = redemptions.at(-1);
    const challenge = faultOfChallenge(authorizationRequest);
    if (authorizationRequest !== undefined && challenge !== undefined) {
      const evidence = [at(authorizationRequest, 'code_challenge')] as const;
      const title = `The code_challenge ${challenge}`;
      const isBlamed = redemption === undefined ? outcome === 'failed' : isBlameable(redemption);
      if (!isBlamed) return fail(evidence, { severity: 'warning', title });
      const cause =
        redemption === undefined && failure?.error?.code === 'invalid_request'
          ? 'request_malformed'
          : 'pkce_verifier_mismatch';
      const suspicion = { cause, weight: 0.85, sentence: `${title}.`, evidence } as const;
      return fail(evidence, { title, suspicion });
    }
    return redemption === undefined ? notApplicable : checkVerifier(redemption);
  },
});

function checkVerifier(redemption: TokenRequest): RuleOutcome {
  const verifier = redemption.params.get('code_verifier');
  if (verifier === undefined) return notApplicable;
  const fault = verifierFault(verifier);
  if (fault === undefined) return pass;
  const evidence = [at(redemption, 'code_verifier')] as const;
  const title = `The code_verifier ${fault}`;
  if (!isBlameable(redemption)) return fail(evidence, { severity: 'warning', title });
  const suspicion = {
    cause: 'pkce_verifier_mismatch',
    weight: 0.85,
    sentence: `${title}.`,
    evidence,
  } as const;
  return fail(evidence, { title, suspicion });
}

/** Only a hash has a form of its own: the challenge of the method `plain` is the verifier, which is seen later. */
function faultOfChallenge(request: AuthorizationRequest | undefined): string | undefined {
  const challenge = request?.params.get('code_challenge');
  if (challenge === undefined || request?.params.get('code_challenge_method') !== 'S256') return undefined;
  return challengeFault(challenge);
}

function isBlameable(redemption: TokenRequest): boolean {
  const code = redemption.error?.code;
  return isRefused(redemption) && (code === 'invalid_grant' || code === 'invalid_request');
}
