import { originOf } from '../http/url.ts';
import type { Flow } from '../flow/flow.ts';
import type { AuthorizationRequest } from '../oauth/message.ts';
import type { Given } from './rule.ts';

/**
 * The request of an earlier login of the client that sent the same values and was finished before this one began. A
 * person who goes back, or loads a page again, repeats values too: so the app itself has to have made this one, by a
 * redirect of its own or by redeeming what came of it.
 */
export function earlierLoginWith(
  names: readonly ('state' | 'nonce')[],
  { authorizationRequest, flow, surroundings }: Given<'authorizationRequest' | 'flow' | 'surroundings'>,
): AuthorizationRequest | undefined {
  const { params, exchange, endpoint } = authorizationRequest;
  const from = surroundings.redirectTo(exchange);
  const isSentAfter = (earlier: AuthorizationRequest): boolean =>
    from !== undefined &&
    originOf(from.url) !== originOf(endpoint) &&
    from.startedAt > earlier.exchange.startedAt;
  for (const earlier of surroundings.loginsBefore(authorizationRequest)) {
    const request = earlier.authorizationRequest;
    if (request === undefined || earlier.id === flow.id) continue;
    const isAnother = isSentAfter(request) || (isRedeemed(earlier) && isRedeemed(flow));
    if (isAnother && names.every((name) => request.params.get(name) === params.get(name))) return request;
  }
  return undefined;
}

function isRedeemed({ redemptions }: Flow): boolean {
  return redemptions.some(({ answer }) => answer === 'success');
}
