// Token request and its answer: RFC 6749 §3.2, §4.1.3, §4.1.4, §5, §6, and extension grants.
import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { isJsonObject, stringMember, type JsonObject } from '../http/json.ts';
import { parseParameters } from '../http/parameters.ts';
import type { Reading } from '../http/reading.ts';
import { keptFromPage } from '../http/origin-check.ts';
import { originOf, withoutQuery } from '../http/url.ts';
import { answerState } from './answer-state.ts';
import { readClientAuthentication } from './client-authentication.ts';
import { errorInAnswer, type OAuthError } from './error.ts';
import type { AnswerState, IssuedTokens, TokenRequest } from './message.ts';
import { messageParameters, placed, placedMembers } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Where servers have their token endpoint. */
export const tokenPath =
  /\/(?:token|access_token|oauth\.access|oauth\.v2\.access|accessToken|token\.oauth2)\/?$/i;

/** Recognises any grant; JSON bodies, GET calls and answers in form encoding are tolerated, as servers do. */
export const tokenRequest: Recogniser = {
  kind: 'token_request',
  read: readTokenRequest,
};

function readTokenRequest(reading: Reading): TokenRequest | undefined {
  const { exchange } = reading;
  if (exchange.kind === 'navigation' || exchange.kind === 'frame' || exchange.method === 'OPTIONS')
    return undefined;
  // 307 and 308 repeat the whole request elsewhere, and the repetition is the one that counts.
  if (exchange.status === 307 || exchange.status === 308) return undefined;
  const params = messageParameters(
    placed(exchange.id, 'form', reading.form()),
    reading.form().length > 0 ? [] : placedMembers(exchange.id, 'request_json', reading.requestJson()),
    placed(exchange.id, 'query', reading.query()),
  );
  const tokens = readTokens(reading);
  const grantType = params.get('grant_type') ?? impliedGrant(params.get('code'), tokens, reading);
  if (grantType === undefined) return undefined;
  const inJson = exchange.requestBody?.text.trimStart().startsWith('{') === true;
  if (
    inJson &&
    params.get('client_id') === undefined &&
    tokens === undefined &&
    !tokenPath.test(reading.url().path)
  ) {
    return undefined;
  }
  const error = tokens === undefined ? errorInAnswer(reading) : undefined;
  return {
    kind: 'token_request',
    exchange,
    endpoint: withoutQuery(exchange.url),
    params,
    grantType,
    authentication: readClientAuthentication(reading, params, tokens?.accessToken),
    answer: tokens === undefined ? answerWithoutTokens(exchange, error) : stateWithTokens(exchange),
    error,
    tokens,
  };
}

function stateWithTokens({ networkError }: Exchange): AnswerState {
  return networkError === keptFromPage ? 'no_answer' : 'success';
}

/** 204 and 205 say that there is nothing (RFC 9110 §15.3.5); a body that is empty otherwise may have been lost. */
function answerWithoutTokens(exchange: Exchange, error: OAuthError | undefined): AnswerState {
  const isNothing = exchange.status === 204 || exchange.status === 205;
  return isNothing && !mayKeepTokens(exchange) ? 'error' : answerState(exchange, error);
}

/** A back end of the app's own keeps the tokens and has no more to say, or sets a cookie. */
function mayKeepTokens({ requestHeaders, initiator, url, known, responseHeaders }: Exchange): boolean {
  const caller = headerValue(requestHeaders, 'origin') ?? initiator;
  if (caller === undefined || originOf(caller) === originOf(url)) return true;
  return known.browserHeaders === false || headerValue(responseHeaders, 'set-cookie') !== undefined;
}

/** Some servers take a code without a grant_type (older GitHub, Slack and Facebook calls). */
function impliedGrant(
  code: string | undefined,
  tokens: IssuedTokens | undefined,
  reading: Reading,
): string | undefined {
  if (code === undefined || !tokenPath.test(reading.url().path)) return undefined;
  const failed = (reading.exchange.status ?? 0) >= 400 || errorInAnswer(reading)?.sent !== undefined;
  return tokens !== undefined || failed ? 'authorization_code' : undefined;
}

/** The tokens of an answer. */
export function readTokens(reading: Reading): IssuedTokens | undefined {
  const status = reading.exchange.status ?? 0;
  if (status < 200 || status >= 300) return undefined;
  const body = reading.responseJson() ?? formAnswer(reading.exchange.responseBody?.text ?? '');
  const nested = body?.['authed_user'];
  const source = stringMember(body, 'access_token') === undefined && isJsonObject(nested) ? nested : body;
  const accessToken = stringMember(source, 'access_token');
  const idToken = stringMember(source, 'id_token');
  if (body === undefined || (accessToken === undefined && idToken === undefined)) return undefined;
  return { accessToken, refreshToken: stringMember(source, 'refresh_token'), idToken, body };
}

function formAnswer(text: string): JsonObject | undefined {
  if (!/^(?:[\w.]+=[^\s<>&]*&)*access_token=/.test(text)) return undefined;
  return Object.fromEntries(parseParameters(text).map(({ name, value }) => [name, value]));
}
