import { isHidden } from '../../oauth/placeholder.ts';
import { verifierMatches } from '../../oauth/pkce.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const pkceNotEnforced = defineRule({
  id: 'pkce-not-enforced',
  title: 'The server redeems a code although the code_verifier is missing or wrong',
  severity: 'warning',
  why: 'PKCE protects nothing when the server does not compare.',
  fix: 'Let the authorization server refuse a code whose challenge has no fitting verifier, and a verifier without a challenge.',
  sources: [rfc(9700, '2.1.1'), rfc(9700, '4.8.2'), rfc(7636, '4.6')],
  needs: ['authorizationRequest', 'authorizationResponse', 'tokenRequest'],
  check({ authorizationRequest, authorizationResponse, tokenRequest }) {
    const { params, carrier } = authorizationRequest;
    if (tokenRequest.answer !== 'success') return notApplicable;
    // Only the code's own value says that the two belong together.
    if (authorizationResponse.params.get('code') !== tokenRequest.params.get('code')) return notApplicable;
    const challenge = params.get('code_challenge');
    const verifier = tokenRequest.params.get('code_verifier');
    const evidence = [at(authorizationRequest, 'code_challenge'), at(tokenRequest, 'code_verifier')];
    if (challenge === undefined) {
      const isOpen = carrier === 'plain' || carrier === 'request_object';
      if (verifier === undefined || !isOpen) return notApplicable;
      return fail(evidence, {
        severity: 'info',
        title: 'The server takes a code_verifier for which there was no code_challenge',
      });
    }
    if (verifier === undefined)
      return tokenRequest.exchange.known.requestBody ? fail(evidence) : notApplicable;
    const method = params.get('code_challenge_method');
    // Redaction marks as a pair what was hashed as the method says, and nothing else.
    if (method !== 'S256' && (isHidden(challenge) || isHidden(verifier))) return notApplicable;
    if (verifierMatches(verifier, challenge, method) !== false) return pass;
    // A server that takes a hash for a hash although the method does not say so compares all the same.
    return verifierMatches(verifier, challenge, 'S256') === true ? pass : fail(evidence);
  },
});
