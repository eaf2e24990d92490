import { rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';
import { wordsProof } from '../trees/hints.ts';

export const parRequiredNotUsed = defineRule({
  id: 'par-required-not-used',
  title: 'The server demands pushed authorization requests, and the request was sent in the open',
  severity: 'error',
  why: 'Such a server takes an authorization request only by the request_uri of one that was pushed before.',
  fix: 'Push the request to pushed_authorization_request_endpoint first, and send its request_uri.',
  sources: [rfc(9126, '4'), rfc(9126, '5')],
  needs: ['authorizationRequest', 'failure', 'flow', 'surroundings'],
  check({ authorizationRequest, failure, flow, surroundings }) {
    const { place, error } = failure;
    if (place !== 'authorization_endpoint' && place !== 'authorization_response') return notApplicable;
    const isPushed =
      flow.pushed !== undefined || authorizationRequest.params.get('request_uri') !== undefined;
    if (isPushed || error === undefined) return notApplicable;
    const document = surroundings.metadataAt(authorizationRequest.exchange.url)?.document;
    const isDemanded =
      document?.['require_pushed_authorization_requests'] === true && error.code === 'invalid_request';
    const isSaid = /pushed authorization request|\bPAR\b|request_uri.{0,20}(?:required|missing)/i.test(
      error.description ?? '',
    );
    if (!isDemanded && !isSaid) return pass;
    const evidence = [
      { exchange: authorizationRequest.exchange.id, part: 'url', name: '' },
      error.at,
    ] as const;
    return fail(evidence, {
      suspicion: {
        cause: 'request_malformed',
        weight: 0.96,
        sentence:
          'The authorization server demands a pushed authorization request (PAR), and this one was sent in the open.',
        evidence,
        proof: wordsProof(failure),
        fix: 'Switch pushed authorization requests on in the client library.',
        sources: [rfc(9126, '5')],
      },
    });
  },
});
