import { rfc } from '../../oauth/source.ts';
import { answerProof } from '../proofs.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const insufficientScope = defineRule({
  id: 'insufficient-scope',
  title: 'The API refuses the access token because it lacks a scope',
  severity: 'error',
  why: 'The token is valid, and does not allow this call.',
  fix: 'Ask for the scope that the answer names, together with what is granted already, and try again.',
  sources: [rfc(6750, '3'), rfc(6750, '3.1')],
  needs: ['flow', 'progress'],
  check({ flow, progress: { failure } }) {
    const calls = flow.messages.filter(
      (message) => message.kind === 'resource_call' || message.kind === 'userinfo',
    );
    if (calls.length === 0) return notApplicable;
    // A bare 403 is the API's own decision about the user.
    const refused = calls.filter(({ error }) => error?.code === 'insufficient_scope');
    const last = refused.at(-1);
    if (last?.error === undefined) return pass;
    const evidence = refused.flatMap(({ error }) => (error === undefined ? [] : [error.at]));
    if (failure?.message !== last) return fail(evidence);
    return fail(evidence, {
      suspicion: {
        cause: 'insufficient_scope',
        weight: 0.97,
        evidence,
        proof: answerProof(['answer', last.error.at]),
      },
    });
  },
});
