import { numberMember } from '../../http/json.ts';
import { decodeJwt } from '../../oauth/jwt.ts';
import type { TokenRequest } from '../../oauth/message.ts';
import { rfc } from '../../oauth/source.ts';
import { isGrantRefused } from '../refusal.ts';
import { at, defineRule, fail, notApplicable } from '../rule.ts';
import { saidFirst } from '../said.ts';
import type { Suspicion } from '../suspicion.ts';
import { durationWords } from '../../http/duration-words.ts';

/** Single-page apps get refresh tokens that live a day at some servers, milliseconds. */
const day = 86_400_000;

export const refreshTokenExpired = defineRule({
  id: 'refresh-token-expired',
  title: 'The refresh token had expired',
  severity: 'error',
  why: 'A refresh token ends after a fixed time or after a time without use, and no retry brings it back.',
  fix: 'Catch this error, drop the token and start a new login; refresh before the token expires.',
  sources: [rfc(6749, '5.2'), rfc(6749, '6'), rfc(9700, '4.14.2')],
  needs: ['refresh', 'failure', 'said', 'flow'],
  check({ refresh, failure, said: words, flow }) {
    if (failure.message !== refresh || !isGrantRefused(refresh)) return notApplicable;
    const issue = lastUse(refresh, [...flow.grants, ...flow.redemptions, ...flow.refreshes]);
    const passed = advertisedEnd(refresh, issue) ?? ownEnd(refresh);
    if (passed !== undefined) return fail(passed.evidence, { suspicion: passed });
    const said = saidFirst(words, ['refresh_token_expired']);
    if (said !== undefined) return fail([at(refresh, 'refresh_token')], { suspicion: said });
    const idle = issue === undefined ? 0 : refresh.exchange.startedAt - issue.exchange.startedAt;
    if (issue === undefined || idle <= day) return notApplicable;
    return fail([at(refresh, 'refresh_token')], {
      severity: 'info',
      title: 'The refresh token had not been used for a long time',
      suspicion: ageSuspicion(refresh, issue, undefined, 0.5),
    });
  },
});

/** The last answer that brought this token; clocks of two recordings are not compared. */
function lastUse(refresh: TokenRequest, requests: readonly TokenRequest[]): TokenRequest | undefined {
  const token = refresh.params.get('refresh_token');
  return requests.findLast(
    ({ tokens, exchange }) =>
      tokens?.refreshToken === token &&
      exchange.source === refresh.exchange.source &&
      exchange.startedAt < refresh.exchange.startedAt,
  );
}

/** What the issuing answer said; Keycloak writes 0 for "never". */
function advertisedEnd(refresh: TokenRequest, issue: TokenRequest | undefined): Suspicion | undefined {
  const body = issue?.tokens?.body;
  const seconds = numberMember(body, 'refresh_token_expires_in') ?? numberMember(body, 'refresh_expires_in');
  if (issue === undefined || seconds === undefined || seconds <= 0) return undefined;
  const age = refresh.exchange.startedAt - (issue.exchange.respondedAt ?? issue.exchange.startedAt);
  return age > seconds * 1000 ? ageSuspicion(refresh, issue, seconds * 1000, 0.95) : undefined;
}

/** The expiry that a refresh token in the form of a JWT carries itself. */
function ownEnd(refresh: TokenRequest): Suspicion | undefined {
  const token = refresh.params.get('refresh_token');
  const end = token === undefined ? undefined : numberMember(decodeJwt(token)?.claims, 'exp');
  if (end === undefined || end * 1000 >= refresh.exchange.startedAt) return undefined;
  return {
    cause: 'refresh_token_expired',
    weight: 0.95,
    sentence: `The refresh token had expired ${durationWords(refresh.exchange.startedAt - end * 1000)} before it was used.`,
    evidence: [at(refresh, 'refresh_token'), { exchange: refresh.exchange.id, part: 'timing', name: '' }],
  };
}

function ageSuspicion(
  refresh: TokenRequest,
  issue: TokenRequest,
  lifetime: number | undefined,
  weight: number,
): Suspicion {
  const age = refresh.exchange.startedAt - (issue.exchange.respondedAt ?? issue.exchange.startedAt);
  const rows = [
    { label: 'refresh token issued', at: { exchange: issue.exchange.id, part: 'timing', name: '' } },
    { label: 'refresh token used', at: { exchange: refresh.exchange.id, part: 'timing', name: '' } },
  ] as const;
  return {
    cause: 'refresh_token_expired',
    weight,
    sentence:
      lifetime === undefined
        ? `The refresh token had expired: it was used ${durationWords(age)} after its last use.`
        : `The refresh token had expired: it was used ${durationWords(age)} after it was issued for ${durationWords(lifetime)}.`,
    evidence: rows.map((row) => row.at),
    proof: {
      kind: 'age',
      rows,
      age,
      lifetime,
      lifetimeSource: lifetime === undefined ? undefined : 'the token answer',
    },
  };
}
