import { rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';
import { wordsProof } from '../trees/hints.ts';

/** RFC 9470 §3, and Microsoft Entra's claims challenge. */
const challenges = new Set(['insufficient_user_authentication', 'insufficient_claims']);

export const stepUpRequired = defineRule({
  id: 'step-up-required',
  title: 'The API asks for a stronger or fresher sign-in',
  severity: 'info',
  why: 'The token is valid, and the user must sign in again in the way that the answer names.',
  fix: 'Repeat the authorization request with the acr_values, max_age or claims of the answer, and call the API again once.',
  sources: [rfc(9470, '3'), rfc(9470, '4')],
  needs: ['flow', 'progress'],
  check({ flow, progress: { failure } }) {
    if (failure?.error?.code === 'unmet_authentication_requirements') {
      const evidence = [failure.error.at];
      return fail(evidence, {
        severity: 'error',
        title: 'The server could not sign the user in as strongly as was asked',
        suspicion: {
          cause: 'interaction_required',
          weight: 0.95,
          sentence: 'The server could not sign the user in with the strength that the request asks for.',
          evidence,
          proof: wordsProof(failure),
        },
      });
    }
    const call = flow.messages.findLast(
      (message) => message.kind === 'resource_call' && challenges.has(message.error?.code ?? ''),
    );
    return call?.kind === 'resource_call' && call.error !== undefined ? fail([call.error.at]) : notApplicable;
  },
});
