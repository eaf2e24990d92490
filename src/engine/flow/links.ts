import { headerValue } from '../http/headers.ts';
import { originOf } from '../http/url.ts';
import { isAnsweredByScript } from '../oauth/authorization-request.ts';
import { askedValues } from '../oauth/expected-answers.ts';
import { apiMetadataOf } from '../oauth/resource-call.ts';
import type { Message, PushedAuthorizationRequest, TokenRequest } from '../oauth/message.ts';
import { decodeJwt } from '../oauth/jwt.ts';
import { challengeKey, verifierKeys } from '../oauth/pkce.ts';

/** The values by which messages prove that they belong together. */
export interface Links {
  /** Keys under which later messages may find this one. */
  readonly offers: readonly string[];
  /** Keys this message looks for, strongest first. */
  readonly wants: readonly string[];
  /** Equal in requests that carry the same one-time values; undefined where a request has none. */
  readonly again?: string | undefined;
}

const none: Links = { offers: [], wants: [] };

/** The linking keys of a message, and the endpoint and issuer by which a metadata document finds it. */
export function linksOf(message: Message): Links {
  const { offers, ...rest } = proofsOf(message);
  return { ...rest, offers: [...offers, ...key('endpoint', message.endpoint)] };
}

/** Code value, device code, request_uri, state, PKCE, nonce, token lineage. */
function proofsOf(message: Message): Links {
  switch (message.kind) {
    case 'pushed_authorization_request':
      return {
        offers: [
          ...key('request_uri', message.requestUri),
          ...requestKeys(message),
          ...valueOffered(message),
        ],
        wants: valuesUsed(message),
        again: oneTimeValues(message),
      };
    case 'authorization_request':
      return {
        offers: [...requestKeys(message), ...(isAnsweredByScript(message) ? handedOver(message) : [])],
        wants: key('request_uri', message.params.get('request_uri')),
        again: oneTimeValues(message),
      };
    case 'authorization_response': {
      const { params } = message;
      const idToken = params.get('id_token');
      const delivery = deliveryKey(message);
      return {
        offers: [
          ...key('code', params.get('code')),
          ...delivery,
          ...key('issuer', params.get('iss')),
          ...key('token', params.get('access_token')),
          ...key('token', idToken),
        ],
        // Simple servers give every login the same code; the state then tells whose it is.
        wants: [
          ...delivery,
          ...key('state', params.get('state')),
          ...key('code', params.get('code')),
          ...nonceKey(idToken),
        ],
      };
    }
    case 'token_request':
      return tokenLinks(message);
    case 'device_authorization':
      return { offers: key('device_code', message.deviceCode), wants: [] };
    case 'backchannel_authentication':
      return { offers: key('auth_req_id', message.authReqId), wants: [] };
    case 'code_relay':
      return {
        offers: key('relayed', message.params.get('code')),
        wants: [...key('code', message.params.get('code')), ...handedOver(message)],
      };
    case 'userinfo':
      return { offers: [], wants: key('token', message.accessToken) };
    case 'resource_call':
      return { offers: key('api', apiMetadataOf(message)), wants: key('token', message.accessToken) };
    case 'revocation':
    case 'introspection':
      // One that is refused is a failure of its own: the login that issued the token stays as it was.
      return message.error === undefined ? { offers: [], wants: key('token', message.token) } : none;
    case 'logout':
      return { offers: key('logout', originOf(message.endpoint)), wants: [] };
    case 'discovery':
    case 'registration':
    case 'resource_metadata':
    case 'front_channel_logout':
    case 'session_iframe':
    case 'fedcm':
    case 'initiated_login':
    case 'foreign_login':
    case 'keys':
    case 'preflight':
    case 'unread_token_call':
      return none;
  }
}

function tokenLinks(message: TokenRequest): Links {
  const { params, tokens } = message;
  const code = message.grantType === 'authorization_code' ? params.get('code') : undefined;
  const refreshToken = message.grantType === 'refresh_token' ? params.get('refresh_token') : undefined;
  const deviceCode = params.get('device_code');
  const verifier = params.get('code_verifier');
  // Also when the issuing message was not seen, two uses of one value belong together.
  const authReqId = params.get('auth_req_id');
  const used = [code, refreshToken, deviceCode, authReqId].flatMap((value) => key('used', value));
  const issued = [tokens?.accessToken, tokens?.refreshToken, tokens?.idToken].filter(
    (token) => token !== refreshToken,
  );
  return {
    offers: [...used, ...issued.flatMap((token) => key('token', token)), ...valueOffered(message)],
    wants: [
      ...key('code', code),
      ...key('device_code', deviceCode),
      ...key('auth_req_id', authReqId),
      ...key('token', refreshToken),
      ...(verifier === undefined ? [] : verifierKeys(verifier).map((challenge) => `challenge ${challenge}`)),
      ...key('relayed', code),
      ...used,
      ...valuesUsed(message),
    ],
  };
}

type RepeatableCall = TokenRequest | PushedAuthorizationRequest;

/** A server that asks for a value of its own is asked again with it: the same request, word for word. */
function valueOffered(message: RepeatableCall): readonly string[] {
  const asked = askedValues.find(({ code }) => code === message.error?.code);
  return asked === undefined
    ? []
    : retryKey(message, headerValue(message.exchange.responseHeaders, asked.given));
}

function valuesUsed(message: RepeatableCall): readonly string[] {
  return askedValues.flatMap(({ proof, claim }) => {
    const signed = headerValue(message.exchange.requestHeaders, proof);
    const value = signed === undefined ? undefined : decodeJwt(signed)?.claims[claim];
    return typeof value === 'string' ? retryKey(message, value) : [];
  });
}

function retryKey({ endpoint, params }: RepeatableCall, value: string | undefined): readonly string[] {
  if (value === undefined) return [];
  const same = params.list.filter(({ name }) => name !== 'client_assertion');
  return key('retry', [value, endpoint, ...same.map(({ name, raw }) => `${name}=${raw}`)].join(' '));
}

function requestKeys(message: Message): readonly string[] {
  const { params } = message;
  const challenge = params.get('code_challenge');
  return [
    ...key('state', params.get('state')),
    ...key('challenge', challenge === undefined ? undefined : challengeKey(challenge)),
    ...key('nonce', params.get('nonce')),
  ];
}

/** A request sent again (reload, login page, back button) repeats its one-time values; `state` alone may be a constant. */
function oneTimeValues(message: Message): string | undefined {
  const { params } = message;
  const oneTime = [params.get('code_challenge'), params.get('nonce')];
  if (oneTime.every((value) => value === undefined)) return undefined;
  return [params.get('client_id'), params.get('state'), params.get('redirect_uri'), ...oneTime].join(' ');
}

/** The state that a script gets with its code, and that a page hands on with it. */
function handedOver({ params }: Message): readonly string[] {
  return key('handed', params.get('state'));
}

/** A callback that is loaded again brings the same code and state. */
function deliveryKey({ params }: Message): readonly string[] {
  const [code, state] = [params.get('code'), params.get('state')];
  return code === undefined || state === undefined ? [] : key('delivery', `${code} ${state}`);
}

function nonceKey(idToken: string | undefined): readonly string[] {
  const nonce = idToken === undefined ? undefined : decodeJwt(idToken)?.claims['nonce'];
  return typeof nonce === 'string' ? key('nonce', nonce) : [];
}

function key(kind: string, value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [`${kind} ${value}`];
}
