import { bodyOfAnswer, bodyOfText } from './answer-body.ts';
import type { Exchange } from './exchange.ts';
import type { ObservedAnswer } from './observed-answer.ts';
import { parseParameters } from './parameters.ts';

/** An exchange of which only this observation is known, as on a site that webRequest may not see. */
export function fromObservedAnswer(id: string, answer: ObservedAnswer): Exchange {
  const exchange: Exchange = {
    id,
    source: 'live',
    tab: answer.tab,
    frame: undefined,
    initiator: undefined,
    kind: 'other',
    method: answer.method,
    url: answer.url,
    requestHeaders: [],
    requestBody: undefined,
    status: undefined,
    responseHeaders: [],
    responseBody: undefined,
    redirectTarget: undefined,
    startedAt: answer.startedAt,
    respondedAt: undefined,
    endedAt: undefined,
    networkError: undefined,
    channels: [],
    known: {
      requestHeaders: false,
      requestBody: answer.method === 'GET' || answer.method === 'HEAD',
      responseHeaders: false,
      responseBody: false,
      fragment: false,
    },
  };
  return withObservedAnswer(exchange, answer);
}

/** Adds what the observation has and the exchange has not: the answer's body, and the exact text of a rebuilt form. */
export function withObservedAnswer(exchange: Exchange, answer: ObservedAnswer): Exchange {
  const requestBody =
    answer.requestBody !== undefined && exchange.requestBody?.fidelity !== 'exact'
      ? bodyOfText(answer.requestBody, answer.requestMediaType)
      : exchange.requestBody;
  const responseBody =
    answer.responseBody !== undefined && !exchange.known.responseBody
      ? bodyOfAnswer(answer.responseBody, answer.responseMediaType)
      : exchange.responseBody;
  return {
    ...exchange,
    requestBody,
    responseBody,
    status: exchange.status ?? answer.status,
    networkError: exchange.networkError ?? answer.networkError,
    channels: exchange.channels.includes(answer.channel)
      ? exchange.channels
      : [...exchange.channels, answer.channel],
    known: {
      ...exchange.known,
      requestBody:
        exchange.known.requestBody || (requestBody !== undefined && requestBody.cutFrom === undefined),
      responseBody:
        exchange.known.responseBody || (responseBody !== undefined && responseBody.cutFrom === undefined),
    },
  };
}

/** Could both be the same request? Its time is for the caller to compare. */
export function isSameRequest(exchange: Exchange, answer: ObservedAnswer): boolean {
  if (exchange.method !== answer.method) return false;
  if (exchange.tab !== undefined && answer.tab !== undefined && exchange.tab !== answer.tab) return false;
  if (exchange.status !== undefined && answer.status !== undefined && exchange.status !== answer.status)
    return false;
  if (exchange.status !== undefined && answer.networkError !== undefined) return false;
  const { requestBody } = exchange;
  if (requestBody === undefined || answer.requestBody === undefined) return true;
  if (requestBody.cutFrom !== undefined || requestBody.text === answer.requestBody) return true;
  return requestBody.fidelity === 'rebuilt' && isSameForm(requestBody.text, answer.requestBody);
}

/** Compares fields, since a rebuilt form may have encoded them in another way. */
function isSameForm(one: string, other: string): boolean {
  // A multipart body, which the browser hands over as fields, cannot be compared.
  if (other.startsWith('--')) return true;
  const [ours, theirs] = [fieldsOf(one), fieldsOf(other)];
  return ours.length === theirs.length && ours.every((field, index) => field === theirs[index]);
}

function fieldsOf(text: string): readonly string[] {
  return parseParameters(text)
    .map(({ name, value }) => `${name}=${value}`)
    .sort();
}
