import { asksForValue } from '../../oauth/expected-answers.ts';
import type { TokenRequest } from '../../oauth/message.ts';
import { sameValue } from '../../oauth/placeholder.ts';
import { rfc } from '../../oauth/source.ts';
import { attemptsProof, overlaps } from '../attempts.ts';
import { isGrantRefused } from '../refusal.ts';
import { at, defineRule, fail, pass } from '../rule.ts';
import { durationWords } from '../../http/duration-words.ts';

/** Two tabs that refresh at the same time do so within this time, milliseconds. */
const leeway = 60_000;

export const refreshTokenReplayed = defineRule({
  id: 'refresh-token-replayed',
  title: 'A refresh token that had been replaced was used again',
  severity: 'error',
  why: 'Where refresh tokens rotate, each works once, and using an old one again may end the whole session.',
  fix: 'Store the new refresh token before using it, and let one tab refresh for all (Web Locks, or a leader).',
  sources: [rfc(6749, '6'), rfc(6749, '10.4'), rfc(9700, '4.14.2')],
  needs: ['refreshes', 'flow', 'progress'],
  check({ refreshes, flow, progress: { failure } }) {
    const replays = refreshes.flatMap((refresh) => {
      const first = replacedBy(refresh, refreshes);
      return first === undefined ? [] : [{ refresh, first }];
    });
    const refused = replays.filter(({ refresh }) => isGrantRefused(refresh));
    const [replay] = refused.length > 0 ? refused : replays;
    if (replay === undefined) return pass;
    const { refresh, first } = replay;
    const evidence = [at(first, 'refresh_token'), at(refresh, 'refresh_token')];
    // Servers may tolerate a second use for a short time, so that a lost answer can be asked for again.
    if (refused.length === 0) return fail(evidence, { severity: 'info' });
    const isFailure = flow.refreshes.some((each) => each === failure?.message);
    if (!isFailure) return fail(evidence);
    const weight = overlaps(first, refresh) && first.answer !== 'success' ? 0.9 : 0.95;
    const sentence =
      failure?.message === refresh || first === failure?.message
        ? sentenceOf(first, refresh)
        : 'A refresh token that had been replaced was used again, upon which the server revoked the one that replaced it.';
    return fail(evidence, {
      suspicion: {
        cause: 'refresh_token_reused',
        weight,
        sentence,
        evidence,
        proof: attemptsProof([first, refresh], 'refresh_token'),
      },
    });
  },
});

/** The refresh that used the same token before or at the same time, and got another for it or may have. */
function replacedBy(refresh: TokenRequest, all: readonly TokenRequest[]): TokenRequest | undefined {
  const token = refresh.params.get('refresh_token');
  if (token === undefined) return undefined;
  const others = all.filter(
    (other) =>
      other !== refresh &&
      other.params.get('refresh_token') === token &&
      other.endpoint === refresh.endpoint &&
      !asksForValue(other.error),
  );
  const replaced = others.find(
    (other) =>
      other.tokens?.refreshToken !== undefined &&
      sameValue(other.tokens.refreshToken, token) === false &&
      (other.exchange.startedAt <= refresh.exchange.startedAt || overlaps(other, refresh)),
  );
  if (replaced !== undefined) return replaced;
  // Neither answer tells which came first, e.g. when its body was not captured.
  return others.find(
    (other) => other.tokens === undefined && other.answer === 'success' && overlaps(other, refresh),
  );
}

function sentenceOf(first: TokenRequest, refresh: TokenRequest): string {
  const apart = refresh.exchange.startedAt - first.exchange.startedAt;
  if (first.exchange.tab !== refresh.exchange.tab && Math.abs(apart) <= leeway)
    return `Two tabs used the same refresh token within ${durationWords(Math.abs(apart))}: the first got a new one for it, and the other failed.`;
  if (overlaps(first, refresh))
    return 'Two requests used the same refresh token at the same time: one got a new token for it, and the other failed.';
  return `The refresh token had been replaced ${durationWords(apart)} before, and the old one was used again.`;
}
