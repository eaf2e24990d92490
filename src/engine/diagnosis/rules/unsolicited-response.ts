import type { Flow } from '../../flow/flow.ts';
import type { Surroundings } from '../../flow/surroundings.ts';
import { isOneOwner } from '../../providers/one-owner.ts';
import { rfc } from '../../oauth/source.ts';
import { at, cannotTell, defineRule, fail, notApplicable } from '../rule.ts';

/** Recording in the tab for this long, milliseconds, has seen the start of a login that ends now. */
const longEnough = 300_000;
/** How far back navigations are looked for, milliseconds. */
const lookBack = 3_600_000;

export const unsolicitedResponse = defineRule({
  id: 'unsolicited-response',
  title: 'An authorization response arrived that no request of this browser asked for',
  severity: 'warning',
  why: 'An answer that nobody asked for may be forged: it logs the user in to somebody else’s account.',
  fix: 'Refuse answers whose state, nonce or PKCE verifier the app does not know, and start a login of its own instead.',
  sources: [rfc(6749, '10.12'), rfc(9700, '4.7'), rfc(9700, '2.1')],
  needs: ['flow', 'landings', 'surroundings'],
  check({ flow, landings: [landing], surroundings }) {
    if (landing === undefined || flow.authorizationRequest !== undefined) return notApplicable;
    if (landing.params.get('code') === undefined && landing.params.get('id_token') === undefined)
      return notApplicable;
    const { exchange } = landing;
    // A link in a mail leads to the server, which answers a login that began elsewhere.
    const from = surroundings.redirectTo(exchange)?.url;
    if (from !== undefined && isServerOf(flow, from, surroundings)) return notApplicable;
    const [first] = surroundings.navigationsBefore(exchange, lookBack);
    if (first === undefined || exchange.startedAt - first.startedAt < longEnough)
      return cannotTell('The login may have been started before recording was.');
    return fail([at(landing, 'state'), { exchange: first.id, part: 'timing', name: '' }]);
  },
});

/** Whether the login's own app or authorization server answers there. */
function isServerOf({ redemptions, landings }: Flow, url: string, surroundings: Surroundings): boolean {
  if (surroundings.authority(url).provider !== 'generic') return true;
  const own = [...redemptions, ...landings].map(({ endpoint }) => endpoint);
  return own.some((endpoint) => isOneOwner(url, endpoint) === true);
}
