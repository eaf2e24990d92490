import type { TokenRequest } from '../../oauth/message.ts';
import { rfc } from '../../oauth/source.ts';
import { attemptsProof, overlaps } from '../attempts.ts';
import { isGrantRefused, isServerTrouble } from '../refusal.ts';
import { at, defineRule, fail, notApplicable, passBecause } from '../rule.ts';

export const codeReused = defineRule({
  id: 'code-reused',
  title: 'The same authorization code was sent to the token endpoint more than once',
  severity: 'error',
  why: 'A code is good for one redemption; a second one fails and may revoke the tokens of the first.',
  fix: 'Exchange each code exactly once; after any failure start a new login.',
  sources: [rfc(6749, '4.1.2'), rfc(6749, '10.5')],
  rulesOut: 'reuse',
  needs: ['redemptions', 'tokenRequest'],
  check({ redemptions, tokenRequest }) {
    const code = tokenRequest.params.get('code');
    if (code === undefined) return notApplicable;
    const attempts = withoutDuplicates(redemptions).filter(
      (each) =>
        each.params.get('code') === code &&
        each.endpoint === tokenRequest.endpoint &&
        each.error?.code !== 'use_dpop_nonce',
    );
    if (attempts.length < 2) return passBecause('its only redemption seen');
    const evidence = attempts.map((attempt) => at(attempt, 'code'));
    const earlier = attempts.slice(0, attempts.indexOf(tokenRequest));
    const proof = attemptsProof(attempts, 'code');
    const suspicion = { cause: 'code_reused', evidence, proof } as const;
    if (!isGrantRefused(tokenRequest)) return fail(evidence);
    if (earlier.some(({ answer }) => answer === 'success')) {
      const sentence = 'The code was redeemed twice: the first time it worked, and a code works once.';
      return fail(evidence, { suspicion: { ...suspicion, weight: 0.97, sentence } });
    }
    if (attempts.some((other) => other !== tokenRequest && overlaps(other, tokenRequest))) {
      const sentence =
        'The code was redeemed by two requests at the same time, of which one at most can work.';
      return fail(evidence, { suspicion: { ...suspicion, weight: 0.97, sentence } });
    }
    if (earlier.length === 0) return fail(evidence, { severity: 'info' });
    if (earlier.some(isBlind)) {
      const sentence =
        'The code was redeemed again after a request whose answer was lost; the first may have used it up.';
      return fail(evidence, { severity: 'warning', suspicion: { ...suspicion, weight: 0.6, sentence } });
    }
    const sentence =
      'The code had been sent in an earlier request that was refused, which may have used it up: look at the first refusal.';
    return fail(evidence, { severity: 'info', suspicion: { ...suspicion, weight: 0.5, sentence } });
  },
});

/** Recorders list one request twice when a service worker passes it on: same start, and one of them without an answer. */
function withoutDuplicates(redemptions: readonly TokenRequest[]): readonly TokenRequest[] {
  return redemptions.filter(
    (each) =>
      each.answer !== 'unknown' ||
      !redemptions.some(
        (other) => other !== each && Math.abs(other.exchange.startedAt - each.exchange.startedAt) <= 5,
      ),
  );
}

function isBlind({ answer, exchange, error }: TokenRequest): boolean {
  return answer === 'no_answer' || isServerTrouble(exchange.status, error?.description);
}
