import type { Exchange } from '../../http/exchange.ts';
import { rfc } from '../../oauth/source.ts';
import type { TokenRequest } from '../../oauth/message.ts';
import { attemptsProof, overlaps } from '../attempts.ts';
import { attemptsWith, isConcurrent } from '../code-attempts.ts';
import { isGrantRefused } from '../refusal.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';
import { durationWords } from '../../http/duration-words.ts';

export const codeRedeemedConcurrently = defineRule({
  id: 'code-redeemed-concurrently',
  title: 'Two requests made by one event redeem the same code',
  severity: 'error',
  why: 'Of two redemptions of one code one at most can work, and the other may revoke its tokens.',
  fix: 'Guard the callback so that it runs once: a lock or flag around the exchange, no exchange inside an effect that runs twice, one listener instead of two.',
  sources: [rfc(6749, '4.1.2'), rfc(6749, '10.5')],
  needs: ['redemptions', 'tokenRequest', 'flow'],
  check({ redemptions, tokenRequest, flow }) {
    const code = tokenRequest.params.get('code');
    if (code === undefined) return notApplicable;
    const attempts = attemptsWith(code, tokenRequest, redemptions);
    const later = attempts.findIndex(
      (each, index) => index > 0 && isConcurrent(attempts[index - 1] ?? each, each, flow),
    );
    const [one, other] = [attempts[later - 1], attempts[later]];
    if (one === undefined || other === undefined) return pass;
    const pair = [one, other] as const;
    const evidence = pair.map((attempt) => at(attempt, 'code'));
    const title = overlaps(one, other)
      ? 'Two requests redeem the same code at the same time'
      : 'Two requests redeem the same code one right after the other';
    if (pair.every(({ answer }) => answer === 'success')) {
      return fail(evidence, {
        severity: 'warning',
        title: 'Two requests redeemed the same code, and both worked',
      });
    }
    const refused = pair.find(isGrantRefused);
    if (refused === undefined) return fail(evidence, { severity: 'warning', title });
    if (refused !== tokenRequest) return fail(evidence, { title });
    return fail(evidence, {
      title,
      suspicion: {
        cause: 'code_reused',
        weight: 0.97,
        evidence,
        proof: attemptsProof(attempts, 'code'),
        sentence: wordsFor(one, other),
        fix: 'Guard the callback so that it runs once: a lock or flag around the exchange, no exchange inside an effect that runs twice, one listener instead of two.',
      },
    });
  },
});

function wordsFor(one: TokenRequest, other: TokenRequest): string {
  const { exchange: first } = one;
  const { exchange: second } = other;
  const who = requesters(first, second);
  if (overlaps(one, other))
    return `The code was redeemed twice, by ${who} at the same time, and a code works once.`;
  const apart = durationWords(second.startedAt - first.startedAt);
  return `The code was redeemed twice, by ${who} ${apart} apart, without the callback being loaded again: the first worked, and a code works once.`;
}

/** Where no tab is known, as for a back end, nothing tells who sent them. */
function requesters(first: Exchange, second: Exchange): string {
  if (first.tab !== second.tab) return 'two tabs';
  if (first.tab === undefined) return 'two requests';
  return first.frame === second.frame ? 'two requests of one page' : 'two frames of one tab';
}
