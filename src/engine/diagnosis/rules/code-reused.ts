import { rfc } from '../../oauth/source.ts';
import { attemptsProof } from '../attempts.ts';
import { attemptsWith, isBlind, isConcurrent } from '../code-attempts.ts';
import { isGrantRefused } from '../refusal.ts';
import { at, defineRule, fail, notApplicable, passBecause } from '../rule.ts';

export const codeReused = defineRule({
  id: 'code-reused',
  title: 'The same authorization code was sent to the token endpoint more than once',
  severity: 'error',
  why: 'A code is good for one redemption; a second one fails and may revoke the tokens of the first.',
  fix: 'Exchange each code exactly once; after any failure start a new login.',
  sources: [rfc(6749, '4.1.2'), rfc(6749, '10.5')],
  rulesOut: 'reuse',
  needs: ['redemptions', 'tokenRequest', 'flow'],
  check({ redemptions, tokenRequest, flow }) {
    const code = tokenRequest.params.get('code');
    if (code === undefined) return notApplicable;
    const attempts = attemptsWith(code, tokenRequest, redemptions);
    const [first, second] = attempts;
    if (first === undefined || second === undefined) return passBecause('its only redemption seen');
    // Two requests of one event are another rule's.
    if (attempts.some((each, index) => index > 0 && isConcurrent(attempts[index - 1] ?? each, each, flow)))
      return notApplicable;
    const evidence = attempts.map((attempt) => at(attempt, 'code'));
    const suspicion = { cause: 'code_reused', evidence, proof: attemptsProof(attempts, 'code') } as const;
    const refused = isGrantRefused(tokenRequest) && tokenRequest !== first;
    const explained = (weight: number, sentence: string) =>
      refused ? { suspicion: { ...suspicion, weight, sentence } } : {};
    if (first.answer === 'success') {
      return fail(
        evidence,
        explained(0.97, 'The code was redeemed twice: the first time it worked, and a code works once.'),
      );
    }
    if (isBlind(first)) {
      return fail(evidence, {
        severity: 'warning',
        ...explained(
          0.6,
          'The code was redeemed again after a request whose answer was lost; the first may have used it up.',
        ),
      });
    }
    return fail(evidence, {
      severity: 'info',
      ...explained(
        0.5,
        'The code had been sent in an earlier request that was refused, which may have used it up: look at the first refusal.',
      ),
    });
  },
});
