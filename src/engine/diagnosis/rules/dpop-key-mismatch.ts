import { proofKeyOf } from '../../oauth/dpop-proof.ts';
import { rfc } from '../../oauth/source.ts';
import { boundKeysOf, type BoundKey } from '../bound-keys.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const dpopKeyMismatch = defineRule({
  id: 'dpop-key-mismatch',
  title: 'The DPoP proof is signed with another key than the one the code or token is bound to',
  severity: 'error',
  why: 'A code, refresh token or access token that is bound to a key is good only with a proof of that key.',
  fix: 'Keep the key pair (not extractable, in IndexedDB) as long as the tokens live; do not make a new one when the page reloads.',
  sources: [rfc(9449, '5'), rfc(9449, '6.1'), rfc(9449, '10')],
  needs: ['flow', 'progress'],
  check({ flow, progress: { failure } }) {
    const bound = boundKeysOf(flow);
    if (bound.length === 0) return notApplicable;
    const differing = bound.filter(({ message, thumbprint }) => {
      const own = proofKeyOf(message.exchange);
      return own === undefined ? lacksProof(message) : own !== thumbprint;
    });
    const worst = differing.find(({ message }) => message === failure?.message) ?? differing.at(-1);
    if (worst === undefined) return pass;
    const { message, by } = worst;
    const sent = { exchange: message.exchange.id, part: 'request_header', name: 'dpop' } as const;
    const evidence = [by, sent];
    if (failure?.message !== message)
      return fail(evidence, {
        severity: 'warning',
        title: 'A DPoP proof of another key than the bound one was accepted',
      });
    const sentence = sentenceOf(worst);
    return fail(evidence, {
      suspicion: {
        cause: 'dpop_invalid',
        weight: 0.98,
        sentence,
        evidence,
        proof: {
          kind: 'attempts',
          rows: [
            { label: 'bound by', at: by, result: 'one key' },
            {
              label: 'sent with',
              at: sent,
              result: proofKeyOf(message.exchange) ? 'another key' : 'no proof',
            },
          ],
        },
      },
    });
  },
});

/** Headers that were not captured prove nothing, and a request that was accepted needed no proof. */
function lacksProof(message: BoundKey['message']): boolean {
  return message.exchange.known.requestHeaders && message.error !== undefined && !hasProof(message);
}

function hasProof({ exchange }: BoundKey['message']): boolean {
  return exchange.requestHeaders.some(({ name }) => name.toLowerCase() === 'dpop');
}

function sentenceOf({ message, what }: BoundKey): string {
  return proofKeyOf(message.exchange) === undefined
    ? `The ${what} is bound to a DPoP key, and the request that uses it has no proof of that key.`
    : `The ${what} is bound to one DPoP key, and the proof of the request that uses it is signed with another.`;
}
