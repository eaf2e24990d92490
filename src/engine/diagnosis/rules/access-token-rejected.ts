import { rfc } from '../../oauth/source.ts';
import { rejectionsOf } from '../rejection.ts';
import { answerProof } from '../proofs.ts';
import { tokenAt } from '../token-at.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';

export const accessTokenRejected = defineRule({
  id: 'access-token-rejected',
  title: 'The API refuses the access token',
  severity: 'error',
  why: 'The token is expired, revoked, damaged or not for this API.',
  fix: 'Refresh once when the token has expired; otherwise compare its issuer, audience and scopes with what the API expects.',
  sources: [rfc(6750, '3'), rfc(6750, '3.1')],
  needs: ['flow', 'progress'],
  check({ flow, progress: { failure } }) {
    // An ID token, a wrong scheme and another audience have rules of their own.
    const refused = rejectionsOf(flow).filter(({ why }) => why === 'expired' || why === 'unknown');
    const last = refused.at(-1);
    if (last === undefined) return notApplicable;
    const { call, why } = last;
    const status = { exchange: call.exchange.id, part: 'status', name: '' } as const;
    const evidence = [tokenAt(call), call.error?.at ?? status] as const;
    const title = why === 'expired' ? 'The API refuses the access token, which had expired' : undefined;
    // A client that refreshes after a refusal has dealt with it.
    const isHandled = flow.refreshes.some(
      ({ answer, exchange }) => answer === 'success' && exchange.startedAt > call.exchange.startedAt,
    );
    const words = title === undefined ? {} : { title };
    if (isHandled) return fail(evidence, { ...words, severity: 'info' });
    if (failure?.message !== call) return fail(evidence, words);
    return fail(evidence, {
      ...words,
      suspicion: {
        cause: 'access_token_invalid',
        weight: why === 'expired' ? 0.95 : 0.9,
        evidence,
        proof: answerProof(['answer', evidence[1]]),
        ...(why === 'expired' ? { sentence: 'The access token had expired when it was sent.' } : {}),
      },
    });
  },
});
