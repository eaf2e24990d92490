import { rfc } from '../../oauth/source.ts';
import { saidOf } from '../client-refusal.ts';
import { asksForRedirect } from '../redirect-refusal.ts';
import { answerProof } from '../proofs.ts';
import { at, defineRule, fail, notApplicable } from '../rule.ts';

export const redirectUriRejectedByAs = defineRule({
  id: 'redirect-uri-rejected-by-as',
  title: 'The authorization server refuses the redirect_uri',
  severity: 'error',
  why: 'A server must not send anyone to an address that is not registered, so it shows an error page of its own.',
  fix: 'Register exactly this redirect_uri, or let the app send one that is registered; check that the client is the one of this environment.',
  sources: [rfc(6749, '3.1.2.4'), rfc(6749, '4.1.2.1'), rfc(9700, '4.1.3')],
  needs: ['failure', 'said', 'flow'],
  check({ failure, said, flow }) {
    const { error } = failure;
    if (error === undefined || !asksForRedirect(failure, said)) return notApplicable;
    const evidence = [at(flow.authorizationRequest ?? failure.message, 'redirect_uri'), error.at] as const;
    const isNamed = error.code === 'invalid_redirect_uri' || error.code === 'redirect_uri_mismatch';
    return fail(evidence, {
      suspicion: {
        cause: 'redirect_uri_not_registered',
        weight: Math.max(isNamed ? 0.97 : 0.9, saidOf(said, 'redirect_uri_not_registered')),
        evidence,
        proof: answerProof(['redirect_uri', evidence[0]], ['answer', evidence[1]]),
      },
    });
  },
});
