import type { ResourceCall, Userinfo } from '../../oauth/message.ts';
import { rfc } from '../../oauth/source.ts';
import { rejectionsOf } from '../rejection.ts';
import { answerProof } from '../proofs.ts';
import { tokenAt } from '../token-at.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';

type Call = ResourceCall | Userinfo;

/** A client may try a refused request again, but not for ever: after this many it does not look at the answer. */
const manyTimes = 4;

export const accessTokenRejected = defineRule({
  id: 'access-token-rejected',
  title: 'The API refuses the access token',
  severity: 'error',
  why: 'The token is expired, revoked, damaged or not for this API.',
  fix: 'Refresh once when the token has expired; otherwise compare its issuer, audience and scopes with what the API expects. Do not repeat a refused request with the same token.',
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
    const times = refused.filter((each) => isSameRequest(each.call, call)).length;
    const title = [
      'The API refuses the access token',
      why === 'expired' ? ', which had expired' : '',
      times < manyTimes ? '' : `, and got the same request with it ${times} times`,
    ].join('');
    // A client that refreshes after a refusal has dealt with it.
    const isHandled = flow.refreshes.some(
      ({ answer, exchange }) => answer === 'success' && exchange.startedAt > call.exchange.startedAt,
    );
    if (isHandled) return fail(evidence, { title, severity: 'info' });
    if (failure?.message !== call) return fail(evidence, { title });
    return fail(evidence, {
      title,
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

function isSameRequest(one: Call, other: Call): boolean {
  return (
    one.accessToken === other.accessToken &&
    one.exchange.method === other.exchange.method &&
    one.exchange.url === other.exchange.url
  );
}
