import { headerValue } from '../../http/headers.ts';
import { stringMember } from '../../http/json.ts';
import { decodeJwt } from '../../oauth/jwt.ts';
import type { TokenRequest } from '../../oauth/message.ts';
import { sameValue } from '../../oauth/placeholder.ts';
import { rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const dpopNonceLoop = defineRule({
  id: 'dpop-nonce-loop',
  title: 'The server asks for its DPoP nonce, and the client does not come back with it',
  severity: 'error',
  why: 'A first use_dpop_nonce is an ordinary step; the client repeats the request with the nonce it was given.',
  fix: 'Keep the last DPoP-Nonce of each server, and repeat the request once with a fresh proof that holds it.',
  sources: [rfc(9449, '8'), rfc(9449, '8.2')],
  needs: ['flow', 'progress'],
  check({ flow, progress }) {
    const requests = [...flow.redemptions, ...flow.refreshes, ...flow.grants].toSorted(
      (a, b) => a.exchange.startedAt - b.exchange.startedAt,
    );
    const asked = requests.filter(({ error }) => error?.code === 'use_dpop_nonce');
    if (asked.length === 0) return notApplicable;
    const last = requests.at(-1);
    // A retry that got through, with whatever answer, ends it.
    if (last?.error?.code !== 'use_dpop_nonce' || progress.outcome === 'in_progress') return pass;
    const sentence = reasonOf(asked);
    const evidence = asked
      .slice(-3)
      .map(({ exchange }) => ({ exchange: exchange.id, part: 'request_header', name: 'dpop' }) as const);
    return fail(evidence, { suspicion: { cause: 'dpop_invalid', weight: 0.95, sentence, evidence } });
  },
});

function reasonOf(asked: readonly TokenRequest[]): string {
  const [first] = asked;
  const nonce = first === undefined ? undefined : headerValue(first.exchange.responseHeaders, 'dpop-nonce');
  if (asked.length === 1) {
    return nonce === undefined
      ? 'The server asks for a DPoP nonce and gives none.'
      : 'The server asked for a DPoP nonce, and the client did not repeat the request with it.';
  }
  const proof = asked.at(1)?.exchange;
  const claims = decodeJwt(headerValue(proof?.requestHeaders ?? [], 'dpop') ?? '')?.claims;
  const used = stringMember(claims, 'nonce');
  if (claims !== undefined && used === undefined)
    return 'The client repeats the request without the nonce that the server gave.';
  if (nonce !== undefined && used !== undefined && sameValue(nonce, used) === false)
    return 'The client repeats the request with another nonce than the server gave.';
  return 'The server asks for its DPoP nonce again and again.';
}
