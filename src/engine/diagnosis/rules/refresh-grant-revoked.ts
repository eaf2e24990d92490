import { clockTime } from '../../http/clock-time.ts';
import { numberMember } from '../../http/json.ts';
import type { Evidence } from '../../http/evidence.ts';
import { originOf } from '../../http/url.ts';
import { decodeJwt } from '../../oauth/jwt.ts';
import type { TokenRequest } from '../../oauth/message.ts';
import { rfc } from '../../oauth/source.ts';
import type { Given } from '../rule.ts';
import { isGrantRefused } from '../refusal.ts';
import { at, defineRule, fail, notApplicable } from '../rule.ts';
import { saidFirst } from '../said.ts';
import type { Suspicion } from '../suspicion.ts';

type Needed = Given<'refresh' | 'failure' | 'surroundings' | 'flow' | 'said'>;

export const refreshGrantRevoked = defineRule({
  id: 'refresh-grant-revoked',
  title: 'The grant behind the refresh token had been revoked',
  severity: 'error',
  why: 'A logout, a revocation, a password change or an administrator ends the grant, and every token of it.',
  fix: 'Tell the user that access ended, delete the tokens and offer a new login; do not retry.',
  sources: [rfc(6749, '5.2'), rfc(7009, '2'), rfc(9700, '4.14.2')],
  needs: ['refresh', 'failure', 'surroundings', 'flow', 'said'],
  check(given) {
    const { refresh, failure, said } = given;
    if (failure.message !== refresh || !isGrantRefused(refresh)) return notApplicable;
    const suspicion =
      afterRevocation(given) ??
      saidFirst(said, ['refresh_token_revoked', 'grant_revoked']) ??
      afterLogout(given) ??
      afterCodeReuse(given) ??
      afterRefusedCall(given);
    return suspicion === undefined ? notApplicable : fail(suspicion.evidence, { suspicion });
  },
});

function revoked(weight: number, sentence: string, evidence: readonly Evidence[]): Suspicion {
  return { cause: 'refresh_token_revoked', weight, sentence, evidence };
}

/** RFC 7009: revoking the refresh token, and at most servers the access token, ends the grant. */
function afterRevocation({ flow, refresh }: Needed): Suspicion | undefined {
  const token = refresh.params.get('refresh_token');
  const revocation = flow.messages.findLast(
    (message) =>
      message.kind === 'revocation' &&
      (message.exchange.status ?? 0) < 300 &&
      message.exchange.startedAt <= refresh.exchange.startedAt,
  );
  if (revocation?.kind !== 'revocation') return undefined;
  const isOwn = revocation.token === token;
  return revoked(
    isOwn ? 0.96 : 0.9,
    isOwn
      ? 'The app itself had revoked this refresh token.'
      : 'The app itself had revoked a token of this login before, which ends its refresh token too.',
    [at(revocation, 'token'), at(refresh, 'refresh_token')],
  );
}

/** A logout at the same server since the token was issued. */
function afterLogout({ surroundings, refresh, flow }: Needed): Suspicion | undefined {
  const since = flow.redemptions.at(-1)?.exchange.startedAt ?? flow.root.startedAt;
  const logout = surroundings
    .logoutsAt(originOf(refresh.endpoint))
    .findLast(
      ({ exchange, error }) =>
        error === undefined &&
        exchange.source === refresh.exchange.source &&
        exchange.startedAt >= since &&
        exchange.startedAt <= refresh.exchange.startedAt,
    );
  if (logout === undefined) return undefined;
  return revoked(0.9, 'The user had been logged out at the authorization server before the refresh.', [
    { exchange: logout.exchange.id, part: 'url', name: '' },
    at(refresh, 'refresh_token'),
  ]);
}

/** A server should revoke what a code gave when the code is used again (RFC 6749 §4.1.2). */
function afterCodeReuse({ flow, refresh }: Needed): Suspicion | undefined {
  const works = flow.redemptions.findIndex(({ answer }) => answer === 'success');
  const again = works < 0 ? undefined : flow.redemptions.slice(works + 1).find(isGrantRefused);
  if (again === undefined || again.exchange.startedAt > refresh.exchange.startedAt) return undefined;
  return revoked(
    0.6,
    'The code of this login had been redeemed a second time, upon which servers revoke its tokens.',
    [at(again, 'code'), at(refresh, 'refresh_token')],
  );
}

/** An access token that was refused before its time says that the grant is gone. */
function afterRefusedCall({ flow, refresh }: Needed): Suspicion | undefined {
  const call = flow.messages.findLast(
    (message) =>
      (message.kind === 'resource_call' || message.kind === 'userinfo') &&
      message.error?.code === 'invalid_token' &&
      message.exchange.startedAt <= refresh.exchange.startedAt,
  );
  if (call?.kind !== 'resource_call' && call?.kind !== 'userinfo') return undefined;
  if (call.accessToken === undefined) return undefined;
  const end = endOf(call.accessToken, [...flow.redemptions, ...flow.grants, ...flow.refreshes]);
  if (end === undefined || !(end - clockTime(call.exchange.startedAt) >= 60_000)) return undefined;
  return revoked(0.6, 'The access token had been refused before its time too, so the grant is gone.', [
    { exchange: call.exchange.id, part: 'response_header', name: 'www-authenticate' },
    at(refresh, 'refresh_token'),
  ]);
}

/** When an access token ends by its own claim or by the answer that issued it, Unix milliseconds. */
function endOf(token: string, requests: readonly TokenRequest[]): number | undefined {
  const claimed = numberMember(decodeJwt(token)?.claims, 'exp');
  if (claimed !== undefined) return claimed * 1000;
  const issue = requests.find(({ tokens }) => tokens?.accessToken === token);
  const seconds = numberMember(issue?.tokens?.body, 'expires_in');
  return issue === undefined || seconds === undefined
    ? undefined
    : (issue.exchange.respondedAt ?? issue.exchange.startedAt) + seconds * 1000;
}
