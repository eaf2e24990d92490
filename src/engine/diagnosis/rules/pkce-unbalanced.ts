import type { Evidence } from '../../http/evidence.ts';
import type { CauseId } from '../../oauth/causes.ts';
import type { AuthorizationRequest } from '../../oauth/message.ts';
import { rfc } from '../../oauth/source.ts';
import { isGrantRefused } from '../refusal.ts';
import { at, cannotTell, defineRule, fail, notApplicable, pass, type RuleOutcome } from '../rule.ts';

export const pkceUnbalanced = defineRule({
  id: 'pkce-unbalanced',
  title: 'Only one of code_challenge and code_verifier was sent',
  severity: 'error',
  why: 'The server compares the two: a challenge needs its verifier, and a verifier without a challenge is a sign of a mix-up.',
  fix: 'Send code_challenge with S256 in the authorization request and its code_verifier in the token request.',
  sources: [rfc(7636, '4.5'), rfc(7636, '4.6'), rfc(9700, '2.1.1')],
  needs: ['flow', 'authorizationRequest', 'tokenRequest'],
  check({ flow, authorizationRequest, tokenRequest }) {
    // What was joined by its tab alone may redeem the code of another login.
    const code = flow.authorizationResponse?.params.get('code');
    if (code !== undefined && code !== tokenRequest.params.get('code')) return notApplicable;
    const hasChallenge = authorizationRequest.params.get('code_challenge') !== undefined;
    const hasVerifier = tokenRequest.params.get('code_verifier') !== undefined;
    if (hasChallenge === hasVerifier) return hasChallenge ? pass : notApplicable;
    if (hasChallenge && !tokenRequest.exchange.known.requestBody) {
      return cannotTell('The body of the token request was not captured.');
    }
    if (hasVerifier && isHidden(authorizationRequest)) {
      return cannotTell('The parameters of the authorization request are not in the open.');
    }
    // A server that accepted it does not enforce PKCE, which another rule says.
    if (!isGrantRefused(tokenRequest)) return notApplicable;
    const evidence = [at(authorizationRequest, 'code_challenge'), at(tokenRequest, 'code_verifier')];
    return hasChallenge
      ? lacks('pkce_verifier_missing', 0.97, evidence)
      : lacks('pkce_verifier_unexpected', 0.9, evidence);
  },
});

function isHidden({ carrier }: AuthorizationRequest): boolean {
  return carrier === 'by_reference' || carrier === 'hidden_request_object';
}

function lacks(cause: CauseId, weight: number, evidence: readonly Evidence[]): RuleOutcome {
  return fail(evidence, { suspicion: { cause, weight, evidence } });
}
