import { originOf } from '../http/url.ts';
import type { Flow } from '../flow/flow.ts';
import type { AuthorizationRequest } from '../oauth/message.ts';
import type { Given } from './rule.ts';

/**
 * The request of an earlier login of the client that sent the same values and was answered before this one began. What
 * happens later decides nothing, so that what is said of a login stays. A person who goes back, or loads a page again,
 * repeats values too: so the app itself has to have made this one, by a redirect of its own or by redeeming what came of
 * both. Nobody goes back from one tab to another, which is enough where the state stands alone.
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
  const isOwn = isRedeemed(flow, Infinity);
  const isElsewhere = ({ exchange: { source, tab } }: AuthorizationRequest): boolean =>
    params.get('nonce') === undefined && source === exchange.source && tab !== exchange.tab;
  for (const earlier of surroundings.loginsBefore(authorizationRequest)) {
    const request = earlier.authorizationRequest;
    if (request === undefined || earlier.id === flow.id || !isAnswered(earlier, exchange.startedAt)) continue;
    const isAnother =
      isSentAfter(request) || isElsewhere(request) || (isOwn && isRedeemed(earlier, exchange.startedAt));
    if (isAnother && names.every((name) => request.params.get(name) === params.get(name))) return request;
  }
  return undefined;
}

function isAnswered({ responses }: Flow, before: number): boolean {
  return responses.some(({ exchange }) => (exchange.respondedAt ?? exchange.startedAt) < before);
}

function isRedeemed({ redemptions }: Flow, before: number): boolean {
  return redemptions.some(({ answer, exchange }) => answer === 'success' && exchange.startedAt < before);
}
