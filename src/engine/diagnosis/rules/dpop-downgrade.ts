import { headerValue } from '../../http/headers.ts';
import { stringMember } from '../../http/json.ts';
import { rfc } from '../../oauth/source.ts';
import { rejectionsOf } from '../rejection.ts';
import { answerProof } from '../proofs.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const dpopDowngrade = defineRule({
  id: 'dpop-downgrade',
  title: 'An access token is sent with another scheme than it was issued for (DPoP or Bearer)',
  severity: 'error',
  why: 'A token that is bound to a key is good only with a proof of that key, and an unbound one only as Bearer.',
  fix: 'Send the token with the scheme that token_type names, with a fresh proof for DPoP.',
  sources: [rfc(9449, '5'), rfc(9449, '7.1')],
  needs: ['flow', 'progress'],
  check({ flow, progress: { failure } }) {
    const refused = rejectionsOf(flow).findLast(({ why }) => why === 'scheme');
    if (refused !== undefined) {
      const { exchange, error } = refused.call;
      const sent = { exchange: exchange.id, part: 'request_header', name: 'authorization' } as const;
      const answer = error?.at ?? ({ exchange: exchange.id, part: 'status', name: '' } as const);
      if (failure?.message !== refused.call) return fail([sent, answer]);
      return fail([sent, answer], {
        suspicion: {
          cause: 'access_token_invalid',
          weight: 0.96,
          sentence: 'The access token is sent with another scheme than it was issued for.',
          evidence: [sent, answer],
          proof: answerProof(['token sent', sent], ['answer', answer]),
        },
      });
    }
    const proven = [...flow.redemptions, ...flow.refreshes, ...flow.grants].filter(
      ({ exchange, tokens }) =>
        tokens !== undefined && headerValue(exchange.requestHeaders, 'dpop') !== undefined,
    );
    if (proven.length === 0) return notApplicable;
    // A server may bind the refresh token only.
    const unbound = proven.find(
      ({ tokens }) => stringMember(tokens?.body, 'token_type')?.toLowerCase() === 'bearer',
    );
    if (unbound === undefined) return pass;
    return fail([{ exchange: unbound.exchange.id, part: 'response_json', name: 'token_type' }], {
      severity: 'info',
      title: 'A DPoP proof was sent, and the access token is not bound to its key',
    });
  },
});
