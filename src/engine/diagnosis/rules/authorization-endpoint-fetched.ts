import { rfc } from '../../oauth/source.ts';
import { answerProof } from '../proofs.ts';
import { at, defineRule, fail, notApplicable } from '../rule.ts';

export const authorizationEndpointFetched = defineRule({
  id: 'authorization-endpoint-fetched',
  title: 'The authorization endpoint is called by script instead of being opened',
  severity: 'error',
  why: 'The user signs in on a page of the server, which a script can neither show nor read.',
  fix: 'Open it by navigation (location.assign, or a popup); let an API answer 401 instead of redirecting to the login.',
  sources: [rfc(6749, '3.1'), rfc(9700, '2.6')],
  needs: ['authorizationRequest'],
  check({ authorizationRequest }) {
    const { exchange, params } = authorizationRequest;
    if (exchange.kind !== 'fetch' || params.get('response_type') === undefined) return notApplicable;
    // Some servers let a page ask silently by script; then an answer comes.
    if (exchange.networkError === undefined || params.get('prompt') === 'none') return notApplicable;
    const evidence = [at(authorizationRequest, 'response_type')];
    const browser = { exchange: exchange.id, part: 'network_error', name: '' } as const;
    return fail(evidence, {
      suspicion: {
        cause: 'cors_blocked',
        weight: 0.98,
        sentence:
          'The login page was called by script, and the browser lets no script read it: either the app fetches the authorization URL, or an API it fetches redirects to the login.',
        evidence: [...evidence, browser],
        proof: answerProof(['browser', browser]),
        fix: 'Open the authorization URL by navigation; let the API answer 401 and start the login from the page.',
        sources: [rfc(9700, '2.6')],
      },
    });
  },
});
