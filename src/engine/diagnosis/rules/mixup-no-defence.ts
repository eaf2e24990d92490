import { originOf } from '../../http/url.ts';
import type { AuthorizationRequest } from '../../oauth/message.ts';
import { sameTenant } from '../../providers/same-tenant.ts';
import type { Surroundings } from '../../flow/surroundings.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

/** How far back logins of the same tab are looked for, milliseconds. */
const lookBack = 3_600_000;

export const mixupNoDefence = defineRule({
  id: 'mixup-no-defence',
  title:
    'Logins at several authorization servers come back to one redirect_uri, and nothing in the answer says which it is from',
  severity: 'warning',
  why: 'A client that cannot tell who answered may hand the code of one server to another, which may be an attacker’s.',
  fix: 'Use a redirect_uri of its own for each server, or have the servers send iss (RFC 9207) and compare it before the code is redeemed.',
  sources: [rfc(9700, '2.1'), rfc(9700, '4.4.2'), rfc(9207, '2')],
  needs: ['authorizationRequest', 'authorizationResponse', 'surroundings'],
  check({ authorizationRequest, authorizationResponse, surroundings }) {
    const redirectUri = authorizationRequest.params.get('redirect_uri');
    if (redirectUri === undefined) return notApplicable;
    const { params, carrier } = authorizationResponse;
    const tells = ['iss', 'id_token', 'response'].some((name) => params.get(name) !== undefined);
    if (tells || carrier !== 'plain') return pass;
    const earlier = surroundings
      .loginsInTabBefore(authorizationRequest.exchange, lookBack)
      .filter((message) => message.kind === 'authorization_request');
    // A broker sends its users to many servers and is answered at one place; it is told by being asked itself.
    const isBroker = [authorizationRequest, ...earlier].some(
      ({ endpoint }) => originOf(endpoint) === originOf(redirectUri),
    );
    if (isBroker) return notApplicable;
    const atEndpoints = new Map(
      earlier
        .filter((request) => request.params.get('redirect_uri') === redirectUri)
        .toReversed()
        .map((request) => [request.endpoint, request]),
    );
    const other = [...atEndpoints.values()].find((request) =>
      isOther(request, authorizationRequest, surroundings),
    );
    if (other === undefined) return pass;
    return fail([at(other, 'redirect_uri'), at(authorizationRequest, 'redirect_uri')]);
  },
});

/** Names of one server must not count as two: only what metadata or the provider tells apart does. */
function isOther(one: AuthorizationRequest, two: AuthorizationRequest, surroundings: Surroundings): boolean {
  const [a, b] = [one, two].map(({ exchange: { url } }) => ({
    url,
    metadata: surroundings.metadataAt(url),
  }));
  if (a === undefined || b === undefined) return false;
  if (sameTenant(a, b) === 'different') return true;
  const [here, there] = [surroundings.authority(a.url), surroundings.authority(b.url)];
  return here.provider !== there.provider && here.provider !== 'generic' && there.provider !== 'generic';
}
