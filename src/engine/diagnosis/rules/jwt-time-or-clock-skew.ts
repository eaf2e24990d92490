import { clockTime } from '../../http/clock-time.ts';
import type { Evidence } from '../../http/evidence.ts';
import { headerValue } from '../../http/headers.ts';
import { numberMember, type JsonObject } from '../../http/json.ts';
import { decodeJwt } from '../../oauth/jwt.ts';
import type { TokenRequest } from '../../oauth/message.ts';
import { oidcCore, rfc } from '../../oauth/source.ts';
import { idTokensOf, type IdToken } from '../id-tokens.ts';
import { isRefused } from '../refusal.ts';
import { at, defineRule, fail, pass, type RuleOutcome } from '../rule.ts';
import { serverTime } from '../server-clock.ts';
import { durationWords } from '../../http/duration-words.ts';

/** Clients allow about this much, milliseconds. */
const leeway = 60_000;

export const jwtTimeOrClockSkew = defineRule({
  id: 'jwt-time-or-clock-skew',
  title: 'An ID token is expired or not yet valid when it arrives',
  severity: 'error',
  why: 'A token is judged by a clock: a wrong one makes a fresh token look expired or early.',
  fix: 'Set the clock of the machine (or container) that is off by NTP, and allow up to a minute of difference.',
  sources: [oidcCore('3.1.3.7', 'IDTokenValidation'), rfc(7519, '4.1.4'), rfc(9449, '11.1')],
  needs: ['flow'],
  check({ flow }) {
    const requests = [...flow.redemptions, ...flow.refreshes, ...flow.grants];
    const outcomes = [...requests.map(skewedProof), ...idTokensOf(flow).map(skewedIdToken)];
    return outcomes.find((found) => found !== undefined) ?? pass;
  },
});

/** A signed assertion or DPoP proof that was refused and whose times do not fit the server's clock. */
function skewedProof(request: TokenRequest): RuleOutcome | undefined {
  const now = serverTime(request.exchange);
  const code = request.error?.code;
  const isGrant = code === 'invalid_grant';
  if (now === undefined || !isRefused(request)) return undefined;
  const proofs: readonly (readonly [token: string | undefined, at: Evidence])[] = [
    [isGrant ? request.params.get('assertion') : undefined, at(request, 'assertion')],
    [
      code === 'invalid_client' || isGrant ? request.params.get('client_assertion') : undefined,
      at(request, 'client_assertion'),
    ],
    [
      code === 'invalid_dpop_proof' ? headerValue(request.exchange.requestHeaders, 'dpop') : undefined,
      { exchange: request.exchange.id, part: 'request_header', name: 'dpop' },
    ],
  ];
  for (const [token, place] of proofs) {
    const words = token === undefined ? undefined : timeFault(decodeJwt(token)?.claims, now, 300_000);
    if (words === undefined) continue;
    const evidence = [
      place,
      { exchange: request.exchange.id, part: 'response_header', name: 'date' },
    ] as const;
    return fail(evidence, {
      title: 'A signed proof does not fit the server’s clock',
      suspicion: {
        cause: 'clock_skew',
        weight: weightOf(words, isGrant && place.name === 'client_assertion'),
        sentence: `The clock of the client is off: what it signed ${words} by the clock of the server.`,
        evidence,
      },
    });
  }
  return undefined;
}

function weightOf(words: string, isLetIn: boolean): number {
  // Who says invalid_grant has let the client in, as a rule.
  if (isLetIn) return 0.4;
  // What is old may have been kept too long by a client whose clock is right.
  return words.startsWith('is valid from') ? 0.95 : 0.85;
}

/** An ID token is judged when it arrives, by the server's clock and by that of the browser. */
function skewedIdToken({ message, claims, at: place, from }: IdToken): RuleOutcome | undefined {
  // A silent check or an idle page may show the front channel's token later again.
  if (
    from === 'authorization_response' &&
    message.kind === 'authorization_response' &&
    message.phase === 'landing'
  )
    return undefined;
  const { exchange } = message;
  const here = clockTime(exchange.respondedAt ?? exchange.startedAt);
  const there = serverTime(exchange);
  const fault = timeFault(claims, there ?? here, undefined);
  if (fault !== undefined) return fail([place]);
  if (there === undefined || timeFault(claims, here, undefined) === undefined) return undefined;
  return fail([place, { exchange: exchange.id, part: 'response_header', name: 'date' }], {
    title: 'The clock of this computer differs so far from the server’s that a fresh ID token looks invalid',
  });
}

/** What is wrong with the times of a token at an instant, to follow its subject. */
function timeFault(claims: JsonObject | undefined, now: number, age: number | undefined): string | undefined {
  const [end, start, made] = ['exp', 'nbf', 'iat'].map((name) => {
    const seconds = numberMember(claims, name);
    return seconds === undefined ? undefined : seconds * 1000;
  });
  if (end !== undefined && end <= now) return `had expired ${durationWords(now - end)} before`;
  const early = Math.max(start ?? 0, made ?? 0) - now;
  if (early > leeway) return `is valid from ${durationWords(early)} later on`;
  return age !== undefined && end === undefined && made !== undefined && now - made > age
    ? `was ${durationWords(now - made)} old`
    : undefined;
}
