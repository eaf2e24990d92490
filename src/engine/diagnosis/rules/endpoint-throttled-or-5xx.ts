import type { Evidence } from '../../http/evidence.ts';
import { rfc } from '../../oauth/source.ts';
import { saysOtherwise } from '../client-refusal.ts';
import { isServerTrouble } from '../refusal.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';
import { wordsProof } from '../trees/hints.ts';

export const endpointThrottledOr5xx = defineRule({
  id: 'endpoint-throttled-or-5xx',
  title: 'The authorization server is busy or failing on its side',
  severity: 'error',
  why: 'Nobody judged the request, so nothing in it is to blame.',
  fix: 'Wait as long as Retry-After says, and start anew, for a code may be used up; look for a loop if the server counts too many requests.',
  sources: [
    rfc(6749, '4.1.2.1'),
    { title: 'RFC 6585 §4', url: 'https://www.rfc-editor.org/rfc/rfc6585#section-4' },
  ],
  needs: ['failure', 'said'],
  check({ failure, said: words }) {
    const { message, error, place } = failure;
    const { exchange } = message;
    const said = error?.code === 'server_error' || error?.code === 'temporarily_unavailable';
    // The status of a callback is the app's own; of an authorization response it is the redirect's or the callback's.
    const isOwnStatus = place !== 'callback' && place !== 'authorization_response';
    const isTrouble = isOwnStatus && isServerTrouble(exchange.status, error?.description);
    if (!isTrouble && (!said || saysOtherwise(words, 'server_error', 'rate_limited'))) return notApplicable;
    const isLimit =
      isOwnStatus &&
      (exchange.status === 429 || /rate limit|too many requests/i.test(error?.description ?? ''));
    const evidence: readonly Evidence[] = [
      isTrouble || error === undefined ? { exchange: exchange.id, part: 'status', name: '' } : error.at,
    ];
    return fail(evidence, {
      ...(isLimit
        ? { title: 'The authorization server turned the request away because there were too many' }
        : {}),
      suspicion: {
        cause: isLimit ? 'rate_limited' : 'server_error',
        weight: isTrouble || error?.code === 'temporarily_unavailable' ? 0.95 : 0.9,
        evidence,
        proof: wordsProof(failure),
      },
    });
  },
});
