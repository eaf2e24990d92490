import type { Authority } from '../providers/authority.ts';
import { recommendedCodeLifetime } from '../providers/generic.ts';
import { providerById } from '../providers/index.ts';
import type { TokenRequest } from '../oauth/message.ts';
import type { Flow } from './flow.ts';
import type { CodeLife } from './vocabulary.ts';

/**
 * How old the code was when it was redeemed. It was created at or before it was first seen, so the age is a lower
 * bound and never too large. The first redemption counts: a repetition is not late but a repetition.
 */
export function codeLifeOf(flow: Flow, authority: Authority): CodeLife | undefined {
  const response = flow.authorizationResponse;
  if (response?.params.get('code') === undefined) return undefined;
  const { exchange, phase } = response;
  const issuedAt = phase === 'redirect' ? (exchange.respondedAt ?? exchange.startedAt) : exchange.startedAt;
  const redemption = flow.redemptions[0];
  const redeemedAt = redemption?.exchange.startedAt;
  const known = providerById(authority.provider).codeLifetime;
  const lifetime = known ?? recommendedCodeLifetime;
  return {
    issuedIn: exchange.id,
    issuedAt,
    redeemedAt,
    age: redeemedAt === undefined ? undefined : Math.max(0, redeemedAt - issuedAt),
    lifetime: lifetime.milliseconds,
    lifetimeSource: lifetime.source.title,
  };
}

/** True when the code and the request were timed by the same clock. */
export function sharesClock(flow: Flow, redemption: TokenRequest): boolean {
  return flow.authorizationResponse?.exchange.source === redemption.exchange.source;
}
