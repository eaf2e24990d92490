import { rfc } from '../../oauth/source.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Evidence } from '../../http/evidence.ts';
import { originOf } from '../../http/url.ts';
import { answerProof } from '../proofs.ts';
import { at, defineRule, fail, notApplicable } from '../rule.ts';

export const authorizationEndpointFetched = defineRule({
  id: 'authorization-endpoint-fetched',
  title: 'The authorization endpoint is called by script instead of being opened',
  severity: 'error',
  why: 'The user signs in on a page of the server, which a script can neither show nor read.',
  fix: 'Open it by navigation (location.assign, or a popup); let an API answer 401 instead of redirecting to the login.',
  sources: [rfc(6749, '3.1'), rfc(9700, '2.6')],
  needs: ['authorizationRequest', 'surroundings'],
  check({ authorizationRequest, surroundings }) {
    const { exchange, params } = authorizationRequest;
    if (exchange.kind !== 'fetch' || params.get('response_type') === undefined) return notApplicable;
    // Some servers let a page ask silently by script; then an answer comes.
    if (exchange.networkError === undefined || params.get('prompt') === 'none') return notApplicable;
    const evidence = [at(authorizationRequest, 'response_type')];
    const browser = { exchange: exchange.id, part: 'network_error', name: '' } as const;
    const api = surroundings.redirectTo(exchange);
    const who =
      api === undefined
        ? 'either the app fetches the authorization URL, or an API it fetches redirects to the login'
        : `the app fetched ${originOf(api.url)}, which redirects to the login instead of answering 401`;
    return fail(evidence, {
      suspicion: {
        cause: 'cors_blocked',
        weight: 0.98,
        sentence: `The login page was called by script, and the browser lets no script read it: ${who}.`,
        evidence: [...evidence, ...redirectOf(api), browser],
        proof: answerProof(['browser', browser]),
        fix: 'Open the authorization URL by navigation; let the API answer 401 and start the login from the page.',
        sources: [rfc(9700, '2.6')],
      },
    });
  },
});

function redirectOf(api: Exchange | undefined): readonly Evidence[] {
  return api === undefined ? [] : [{ exchange: api.id, part: 'redirect', name: '' }];
}
