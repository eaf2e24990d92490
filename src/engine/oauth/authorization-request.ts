// Authorization request: RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1, RFC 9101 (request objects), RFC 9126 (PAR).
import { stringMember } from '../http/json.ts';
import { withoutQuery } from '../http/url.ts';
import type { Reading } from '../http/reading.ts';
import { errorInAnswer, errorInPage, refusalInPage, wordless, type OAuthError } from './error.ts';
import { decodeJwt } from './jwt.ts';
import type { AuthorizationRequest } from './message.ts';
import { messageParameters, placed, type MessageParameters } from './message-parameters.ts';
import { isSentinel } from './redirect-uri.ts';
import type { Recogniser } from './recogniser.ts';
import { withRequestObject } from './request-object.ts';

const responseTypes = new Set(['code', 'token', 'id_token', 'none', 'vp_token', 'permission', 'cookie']);
const authorizePath = /\/(?:authorize|authorization|auth|oauth|oidc|as\/authorization\.oauth2)\/?$/i;

/** Recognises a navigation that asks for authorization; login pages that merely repeat the parameters included. */
export const authorizationRequest: Recogniser = {
  kind: 'authorization_request',
  read: readAuthorizationRequest,
};

function readAuthorizationRequest(reading: Reading): AuthorizationRequest | undefined {
  const { exchange } = reading;
  if (exchange.method !== 'GET' && exchange.method !== 'POST') return undefined;
  const open = messageParameters(
    placed(exchange.id, 'query', reading.query()),
    exchange.method === 'POST' ? placed(exchange.id, 'form', reading.form()) : [],
  );
  if (open.get('client_id') === undefined || isAnswer(open)) return undefined;
  const carrier = carrierOf(open);
  const asks = carrier !== 'plain' || isResponseType(open.get('response_type'));
  if (!asks && !(authorizePath.test(reading.url().path) && open.get('redirect_uri') !== undefined))
    return undefined;
  if (exchange.kind === 'fetch' && exchange.method === 'POST') return undefined;
  if (exchange.method === 'POST' && (open.get('grant_type') !== undefined || isChallenge(reading)))
    return undefined;
  return {
    kind: 'authorization_request',
    exchange,
    endpoint: withoutQuery(exchange.url),
    params: withRequestObject(exchange.id, open),
    carrier,
    error: refusal(reading),
  };
}

/** True for a step of an app that logs the user in itself (draft-ietf-oauth-first-party-apps §4), which is no login of a browser. */
export function isChallenge(reading: Reading): boolean {
  const answer = reading.responseJson();
  return ['auth_session', 'authorization_code'].some((name) => stringMember(answer, name) !== undefined);
}

/** True when every word of the value is a registered response type. */
function isResponseType(value: string | undefined): boolean {
  return value !== undefined && value.split(/[\s,]+/).every((word) => responseTypes.has(word));
}

/** True for a request whose answer a wallet posts to the app's server (OpenID for Verifiable Presentations §8.2). */
export function asksWallet({ params }: AuthorizationRequest): boolean {
  return params.get('response_mode')?.startsWith('direct_post') === true;
}

/** True for a request whose answer no redirect brings: a script or the user hands it over, or a wallet posts it. */
export function isAnsweredElsewhere(request: AuthorizationRequest): boolean {
  return isSentinel(request.params.get('redirect_uri') ?? '') || asksWallet(request);
}

/** True for one whose answer no address shows: words in its place, a window message, or a wallet’s own call. */
export function isAnsweredByScript(request: AuthorizationRequest): boolean {
  return isAnsweredElsewhere(request) || request.params.get('response_mode')?.endsWith('_message') === true;
}

/** A URL that carries an answer is not a request, whatever else it repeats. */
function isAnswer(params: MessageParameters): boolean {
  return (
    params.find('code') !== undefined ||
    params.find('error') !== undefined ||
    params.find('grant_type') !== undefined
  );
}

function carrierOf(params: MessageParameters): AuthorizationRequest['carrier'] {
  const object = params.get('request');
  if (object !== undefined)
    return decodeJwt(object) === undefined ? 'hidden_request_object' : 'request_object';
  return params.get('request_uri') === undefined ? 'plain' : 'by_reference';
}

function refusal(reading: Reading): OAuthError | undefined {
  const { exchange } = reading;
  if (exchange.redirectTarget !== undefined || exchange.status === undefined) return undefined;
  if (exchange.status < 400) return refusalInPage(reading);
  return errorInAnswer(reading) ?? errorInPage(reading) ?? wordless(exchange.id);
}
