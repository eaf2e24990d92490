import type { Evidence } from '../../http/evidence.ts';
import { numberMember } from '../../http/json.ts';
import { readingOf } from '../../http/reading.ts';
import type { AuthorizationRequest, PushedAuthorizationRequest } from '../../oauth/message.ts';
import { parameterValue } from '../../http/parameters.ts';
import { sameValue } from '../../oauth/placeholder.ts';
import { rfc } from '../../oauth/source.ts';
import { alteration } from '../alteration.ts';
import { valuesProof } from '../proofs.ts';
import type { Proof } from '../report.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';
import { durationWords } from '../../http/duration-words.ts';
import { wordsProof } from '../trees/hints.ts';

export const parRequestUriInvalid = defineRule({
  id: 'par-request-uri-invalid',
  title: 'The request_uri is expired, was used before, or belongs to another client',
  severity: 'error',
  why: 'A pushed request is good for a short time, for one login and for the client that pushed it.',
  fix: 'Push a new request for every login, and open its request_uri at once.',
  sources: [rfc(9126, '2.2'), rfc(9126, '4')],
  needs: ['authorizationRequest', 'failure', 'flow', 'surroundings'],
  check({ authorizationRequest, failure, flow, surroundings }) {
    const { place, error } = failure;
    if (place !== 'authorization_endpoint' && place !== 'authorization_response') return notApplicable;
    const uri = parameterValue(readingOf(authorizationRequest.exchange).query(), 'request_uri');
    // A URL refers to a request object and has no push (RFC 9101 §5.2).
    if (uri === undefined || /^https?:/i.test(uri)) return notApplicable;
    const sent = { exchange: authorizationRequest.exchange.id, part: 'query', name: 'request_uri' } as const;
    const other =
      flow.pushed === undefined
        ? deviation(surroundings.unopenedPush(authorizationRequest), uri, sent)
        : undefined;
    const reason =
      other === undefined
        ? flow.pushed && reasonOf(flow.pushed, authorizationRequest, flow.messages)
        : 'is not the one that the server gave';
    const isBlamed = error?.code === 'invalid_request_uri' || error?.code === 'invalid_request';
    if (!isBlamed || (reason === undefined && error.code !== 'invalid_request_uri')) return pass;
    const evidence = [sent, error.at] as const;
    return fail(evidence, {
      suspicion: {
        cause: 'par_request_uri_invalid',
        weight: 0.96,
        evidence,
        proof: other ?? wordsProof(failure),
        ...(reason === undefined ? {} : { sentence: `The request_uri ${reason}.` }),
      },
    });
  },
});

/** The request_uri that was sent beside the one that the last push got and nothing opened, where they differ. */
function deviation(
  pushed: PushedAuthorizationRequest | undefined,
  uri: string,
  sent: Evidence,
): Proof | undefined {
  const given = pushed?.requestUri;
  if (pushed === undefined || given === undefined || sameValue(given, uri) !== false) return undefined;
  const at = { exchange: pushed.exchange.id, part: 'response_json', name: 'request_uri' } as const;
  return valuesProof(alteration(given, given, uri), ['given', at], ['sent', sent]);
}

function reasonOf(
  pushed: PushedAuthorizationRequest,
  request: AuthorizationRequest,
  messages: readonly { readonly kind: string }[],
): string | undefined {
  const { exchange } = pushed;
  const seconds = numberMember(readingOf(exchange).responseJson(), 'expires_in');
  const age = request.exchange.startedAt - (exchange.respondedAt ?? exchange.startedAt);
  if (seconds !== undefined && exchange.source === request.exchange.source && age > seconds * 1000)
    return `was opened ${durationWords(age)} after it was issued for ${durationWords(seconds * 1000)}`;
  const client = parameterValue(readingOf(request.exchange).query(), 'client_id');
  const owner = pushed.params.get('client_id');
  if (client !== undefined && owner !== undefined && client !== owner)
    return 'was pushed by another client_id than the one that opens it';
  const opened = messages.filter(({ kind }) => kind === 'authorization_request');
  return opened.length > 1 ? 'had been opened before' : undefined;
}
