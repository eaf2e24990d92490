// Authorization response: RFC 6749 §4.1.2 and §4.2.2, Multiple Response Types, Form Post, RFC 9207 (iss).
import type { EvidencePart } from '../http/evidence.ts';
import type { Parameter } from '../http/parameters.ts';
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { makeError } from './error.ts';
import { decodeJwt, isEncryptedJwt } from './jwt.ts';
import type { AuthorizationResponse } from './message.ts';
import { messageParameters, placed, placedMembers, type MessageParameters } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';
import { responseInPage } from './response-in-page.ts';

/** Names that only an authorization response carries; without them a lone `code` could be anything. */
const companions = ['state', 'iss', 'session_state', 'scope', 'id_token', 'token_type'] as const;

/** The parameters a server adds to the redirect_uri, to be removed before two URLs are compared. */
export const responseParameters: ReadonlySet<string> = new Set([
  'code',
  'state',
  'iss',
  'session_state',
  'error',
  'error_description',
  'error_uri',
  'error_subcode',
  'scope',
  'authuser',
  'hd',
  'prompt',
  'id_token',
  'access_token',
  'token_type',
  'expires_in',
  'refresh_token',
  'response',
  'client_info',
  'correlation_id',
  'trace_id',
]);

/** Reads what a redirect sends back and what a callback is delivered; one exchange may do both. */
export const authorizationResponse: Recogniser<readonly AuthorizationResponse[]> = {
  kind: 'authorization_response',
  read: readAuthorizationResponses,
};

function readAuthorizationResponses(reading: Reading): readonly AuthorizationResponse[] {
  const { exchange } = reading;
  const found: AuthorizationResponse[] = [];
  const add = (
    phase: AuthorizationResponse['phase'],
    mode: AuthorizationResponse['mode'],
    part: EvidencePart,
    target: string,
    parameters: readonly Parameter[],
  ): void => {
    const secured = readSecured(exchange.id, part, parameters);
    if (secured === undefined && !mayAnswer(parameters)) return;
    const params = secured?.params ?? messageParameters(placed(exchange.id, part, parameters));
    if (secured === undefined && !isAnswer(params, mode)) return;
    found.push({
      kind: 'authorization_response',
      exchange,
      endpoint: withoutQuery(target),
      params,
      phase,
      mode,
      carrier: secured?.carrier ?? 'plain',
      target,
      error: readError(params),
    });
  };
  const { redirectTarget } = exchange;
  // An image or a script, as the browser says: a beacon may repeat the address of the callback.
  const isPart = exchange.kind === 'other' && reading.requestHeader('sec-fetch-mode') !== undefined;
  if (exchange.kind !== 'fetch' && !isPart) {
    if (exchange.method === 'POST') add('landing', 'form_post', 'form', exchange.url, reading.form());
    else {
      add('landing', 'query', 'query', exchange.url, reading.query());
      add('landing', 'fragment', 'fragment', exchange.url, reading.fragment());
    }
  }
  if (redirectTarget !== undefined) {
    add('redirect', 'query', 'redirect_query', redirectTarget, reading.redirectQuery());
    add('redirect', 'fragment', 'redirect_fragment', redirectTarget, reading.redirectFragment());
  }
  const page = exchange.kind === 'fetch' ? undefined : responseInPage(reading);
  if (page !== undefined) add('redirect', page.mode, 'response_body', page.target, page.parameters);
  return found;
}

interface Secured {
  readonly carrier: AuthorizationResponse['carrier'];
  readonly params: MessageParameters;
}

/** JARM: one parameter, a JWT whose claims are the answer. */
function readSecured(
  exchange: string,
  part: EvidencePart,
  parameters: readonly Parameter[],
): Secured | undefined {
  const response = parameters.find(({ name }) => name === 'response')?.value;
  if (response === undefined || parameters.some(({ name }) => name === 'code' || name === 'error'))
    return undefined;
  const at = { exchange, part, name: 'response' } as const;
  const claims = decodeJwt(response)?.claims;
  if (claims !== undefined) {
    const members = placedMembers(exchange, part, claims).map((claim) => ({ ...claim, at }));
    const params = messageParameters(members);
    const answers =
      params.get('code') ?? params.get('error') ?? params.get('access_token') ?? params.get('id_token');
    return answers === undefined ? undefined : { carrier: 'jwt', params };
  }
  if (!isEncryptedJwt(response)) return undefined;
  return { carrier: 'encrypted_jwt', params: messageParameters(placed(exchange, part, parameters)) };
}

function mayAnswer(parameters: readonly Parameter[]): boolean {
  return parameters.some(
    ({ name }) => name === 'code' || name === 'error' || name === 'access_token' || name === 'id_token',
  );
}

function isAnswer(params: MessageParameters, mode: AuthorizationResponse['mode']): boolean {
  if (params.get('client_secret') !== undefined || params.get('grant_type') !== undefined) return false;
  if (params.get('redirect_uri') !== undefined || params.get('response_type') !== undefined) return false;
  if (params.get('id_token') !== undefined && mode !== 'query') return true;
  if (params.get('access_token') !== undefined)
    return mode !== 'query' && params.get('token_type') !== undefined;
  if (params.get('code') === undefined && params.get('error') === undefined) return false;
  return mode !== 'form_post' || companions.some((name) => params.get(name) !== undefined);
}

function readError(params: MessageParameters): AuthorizationResponse['error'] {
  const error = params.find('error');
  if (error === undefined) return undefined;
  const description = params.find('error_description');
  return makeError(error.value, description?.value, error.at, description?.at);
}
