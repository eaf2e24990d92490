import { headerValue, headerValues } from '../../http/headers.ts';
import type { Exchange } from '../../http/exchange.ts';
import { originOf, withoutQuery } from '../../http/url.ts';
import { rfc } from '../../oauth/source.ts';
import { answerProof } from '../proofs.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

const fix =
  'List DPoP-Nonce and WWW-Authenticate in Access-Control-Expose-Headers of token endpoint and API.';

export const dpopNonceNotExposed = defineRule({
  id: 'dpop-nonce-not-exposed',
  title: 'The page may not read the DPoP-Nonce that the server asks it to use',
  severity: 'warning',
  why: 'A page sees of another origin’s answer only the headers that Access-Control-Expose-Headers lists.',
  fix,
  sources: [rfc(9449, '8'), rfc(9449, '9')],
  needs: ['flow'],
  check({ flow }) {
    const calls = flow.messages.flatMap(({ exchange }) => (asksForNonce(exchange) ? [exchange] : []));
    const hidden = calls.find((exchange) => !isExposed(exchange));
    if (calls.length === 0) return notApplicable;
    if (hidden === undefined) return pass;
    const isRetried = flow.messages.some(
      ({ exchange }) =>
        exchange.startedAt > hidden.startedAt &&
        withoutQuery(exchange.url) === withoutQuery(hidden.url) &&
        (exchange.status ?? 400) < 400,
    );
    const header = (name: string) => ({ exchange: hidden.id, part: 'response_header', name }) as const;
    const evidence = [header('dpop-nonce'), header('access-control-expose-headers')] as const;
    if (isRetried) return fail(evidence);
    const sentence = 'The server asks for a DPoP nonce, and the page may not read the header that brings it.';
    return fail(evidence, {
      severity: 'error',
      suspicion: {
        cause: 'dpop_invalid',
        weight: 0.96,
        evidence,
        sentence,
        fix,
        proof: answerProof(['answer', evidence[0]]),
      },
    });
  },
});

/** A page's call to another origin, refused for want of the nonce that the answer brings. */
function asksForNonce({ kind, url, status, known, requestHeaders, responseHeaders }: Exchange): boolean {
  const caller = headerValue(requestHeaders, 'origin');
  return (
    kind === 'fetch' &&
    known.responseHeaders &&
    (status === 400 || status === 401) &&
    caller !== undefined &&
    originOf(caller) !== originOf(url) &&
    headerValue(responseHeaders, 'dpop-nonce') !== undefined
  );
}

function isExposed({ requestHeaders, responseHeaders }: Exchange): boolean {
  const names = headerValues(responseHeaders, 'access-control-expose-headers').join(',').toLowerCase();
  const all = names.split(',').map((name) => name.trim());
  return (
    all.includes('dpop-nonce') || (all.includes('*') && headerValue(requestHeaders, 'cookie') === undefined)
  );
}
