import { isTimed } from '../http/clock-time.ts';
import type { Authority } from '../providers/authority.ts';
import { recommendedCodeLifetime } from '../providers/generic.ts';
import { providerById } from '../providers/index.ts';
import type { TokenRequest } from '../oauth/message.ts';
import type { Flow } from './flow.ts';
import type { CodeLife } from './vocabulary.ts';

/** How long codes live at one server, as the user says it is set there. */
export interface SetLifetime {
  /** Host of the server, as in `Authority.host`. */
  readonly authority: string;
  readonly milliseconds: number;
}

/** The source of a lifetime that the user set. */
export const setByUser = 'your setting';

/**
 * How old the code was when it was redeemed. It was created at or before it was first seen, so the age is a lower
 * bound and never too large. The first redemption counts: a repetition is not late but a repetition.
 */
export function codeLifeOf(
  flow: Flow,
  authority: Authority,
  lifetimes: readonly SetLifetime[] = [],
): CodeLife | undefined {
  const response = flow.authorizationResponse;
  if (response?.params.get('code') === undefined) return undefined;
  const { exchange, phase } = response;
  const issuedAt = phase === 'redirect' ? (exchange.respondedAt ?? exchange.startedAt) : exchange.startedAt;
  const redemption = flow.redemptions[0];
  const redeemedAt = redemption?.exchange.startedAt;
  const known = providerById(authority.provider).codeLifetime;
  const set = lifetimes.find((each) => each.authority === authority.host);
  const lifetime = known ?? recommendedCodeLifetime;
  return {
    issuedIn: exchange.id,
    issuedAt,
    redeemedAt,
    age: redeemedAt === undefined || !isTimed(issuedAt) ? undefined : Math.max(0, redeemedAt - issuedAt),
    lifetime: set?.milliseconds ?? lifetime.milliseconds,
    lifetimeSource: set === undefined ? lifetime.source.title : setByUser,
  };
}

/** True when the code and the request were timed by the same clock. */
export function sharesClock(flow: Flow, redemption: TokenRequest): boolean {
  return flow.authorizationResponse?.exchange.source === redemption.exchange.source;
}
