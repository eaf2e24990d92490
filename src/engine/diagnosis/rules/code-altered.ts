import { sameValue } from '../../oauth/placeholder.ts';
import { verifierMatches } from '../../oauth/pkce.ts';
import type { AuthorizationRequest, TokenRequest } from '../../oauth/message.ts';
import { rfc } from '../../oauth/source.ts';
import { alteration } from '../alteration.ts';
import { valuesProof } from '../proofs.ts';
import { isGrantRefused } from '../refusal.ts';
import { at, cannotTell, defineRule, fail, notApplicable, passBecause } from '../rule.ts';

export const codeAltered = defineRule({
  id: 'code-altered',
  title: 'The code in the token request is not the one that was delivered',
  severity: 'error',
  why: 'The server looks the code up by its exact value.',
  fix: 'Decode the code once from the callback (URLSearchParams) and encode it once into the request; never cut strings by hand.',
  sources: [rfc(6749, '4.1.3'), rfc(6749, 'B')],
  rulesOut: 'code value',
  needs: ['authorizationResponse', 'tokenRequest', 'flow'],
  check({ authorizationResponse, tokenRequest, flow }) {
    const delivered = authorizationResponse.params.find('code');
    const sent = tokenRequest.params.find('code');
    if (delivered === undefined || sent === undefined) return notApplicable;
    if (delivered.value === sent.value) return passBecause('as delivered');
    if (sameValue(delivered.value, sent.value) === undefined) return cannotTell('The code was redacted.');
    const how = alteration(delivered.value, delivered.raw, sent.value);
    if (how === undefined && !isLinked(flow.authorizationRequest, tokenRequest)) {
      return cannotTell('Nothing proves that this code belongs to this login.');
    }
    const evidence = [delivered.at, at(tokenRequest, 'code')] as const;
    if (!isGrantRefused(tokenRequest)) return fail(evidence, { severity: 'warning' });
    const difference = how ?? 'it is a different code, of an earlier login or from elsewhere';
    return fail(evidence, {
      suspicion: {
        cause: 'code_unknown',
        weight: 0.97,
        sentence: `The code in the token request is not the one that was delivered: ${difference}.`,
        evidence,
        proof: valuesProof(difference, ['delivered', evidence[0]], ['token request', evidence[1]]),
      },
    });
  },
});

/** PKCE proves that the token request belongs to this login whatever code it carries. */
function isLinked(request: AuthorizationRequest | undefined, tokenRequest: TokenRequest): boolean {
  const challenge = request?.params.get('code_challenge');
  const verifier = tokenRequest.params.get('code_verifier');
  if (challenge === undefined || verifier === undefined) return false;
  return verifierMatches(verifier, challenge, request?.params.get('code_challenge_method')) === true;
}
