// Pushed authorization request: RFC 9126 §2.
import { stringMember } from '../http/json.ts';
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { isChallenge } from './authorization-request.ts';
import { refusalIn } from './error.ts';
import type { PushedAuthorizationRequest } from './message.ts';
import { messageParameters, placed } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';
import { withRequestObject } from './request-object.ts';

/** Recognises a form POST outside navigation that carries an authorization request. */
export const pushedAuthorizationRequest: Recogniser = {
  kind: 'pushed_authorization_request',
  read: readPushedAuthorizationRequest,
};

function readPushedAuthorizationRequest(
  reading: Reading,
  isNamed = false,
): PushedAuthorizationRequest | undefined {
  const { exchange } = reading;
  if (exchange.method !== 'POST' || exchange.kind === 'navigation' || exchange.kind === 'frame')
    return undefined;
  const page = exchange.redirectTarget !== undefined || exchange.responseBody?.mediaType === 'text/html';
  if (exchange.kind === 'other' && page) return undefined;
  const open = messageParameters(placed(exchange.id, 'form', reading.form()));
  if (!isNamed && open.get('response_type') === undefined && open.get('request') === undefined)
    return undefined;
  if (open.get('grant_type') !== undefined || isChallenge(reading)) return undefined;
  const requestUri = stringMember(reading.responseJson(), 'request_uri');
  const params = withRequestObject(exchange.id, open);
  if (params.get('client_id') === undefined && requestUri === undefined) return undefined;
  const error = requestUri === undefined ? refusalIn(reading) : undefined;
  return {
    kind: 'pushed_authorization_request',
    exchange,
    endpoint: withoutQuery(exchange.url),
    params,
    requestUri,
    error,
  };
}
