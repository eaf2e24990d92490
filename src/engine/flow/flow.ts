import type {
  AuthorizationRequest,
  AuthorizationResponse,
  BackchannelAuthentication,
  CodeRelay,
  DeviceAuthorization,
  FedCm,
  Logout,
  Message,
  PushedAuthorizationRequest,
  TokenRequest,
  UnreadTokenCall,
} from '../oauth/message.ts';
import { messageParameters } from '../oauth/message-parameters.ts';
import { withoutQuery } from '../http/url.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Node } from './node.ts';
import type { FlowKind } from './vocabulary.ts';

/** The messages of one login (or refresh chain, device login, logout), each in its role. */
export interface Flow {
  readonly id: string;
  readonly kind: FlowKind;
  readonly root: Node;
  /** In order of time, repetitions included. */
  readonly messages: readonly Message[];
  readonly pushed: PushedAuthorizationRequest | undefined;
  /** The first authorization request; pushed parameters are merged in. */
  readonly authorizationRequest: AuthorizationRequest | undefined;
  /** Every response that belongs to the request, both phases. */
  readonly responses: readonly AuthorizationResponse[];
  /** The first sight of the response that counts. */
  readonly authorizationResponse: AuthorizationResponse | undefined;
  /** The requests that delivered that response to the app. */
  readonly landings: readonly AuthorizationResponse[];
  /** The app's own page for errors, where the browser went from the callback. */
  readonly errorRoute: Exchange | undefined;
  /** The logins that got the code which this flow redeems, where nothing tells which of them it belongs to; else none. */
  readonly mayBelongTo: readonly Node[];
  /** Token requests that redeem a code. */
  readonly redemptions: readonly TokenRequest[];
  readonly refreshes: readonly TokenRequest[];
  /** Token requests of other grants. */
  readonly grants: readonly TokenRequest[];
  /** Answered calls to the token endpoint after the authorization response, of which the recording has no more. */
  readonly unreadCalls: readonly UnreadTokenCall[];
  readonly device: DeviceAuthorization | undefined;
  /** Calls by which the page hands the code to its own server. */
  readonly relays: readonly CodeRelay[];
  readonly backchannel: BackchannelAuthentication | undefined;
  readonly logout: Logout | undefined;
  /** The last assertion that the browser asked for by itself. */
  readonly fedCm: FedCm | undefined;
}

/** Reads a tree of messages as a flow. */
export function flowOf(root: Node, tree: readonly Node[]): Omit<Flow, 'errorRoute' | 'mayBelongTo'> {
  const messages = tree.map((node) => node.message);
  const request = messages.find((message) => message.kind === 'authorization_request');
  const pushed = pushedOf(messages, request);
  const authorizationRequest = request === undefined ? undefined : withPushed(request, pushed);
  const responses = relevantResponses(messages, authorizationRequest);
  const tokenRequests = messages.filter((message) => message.kind === 'token_request');
  const redemptions = relevantRedemptions(tokenRequests, responses);
  const authorizationResponse = responseThatCounts(responses, redemptions);
  const device = messages.find((message) => message.kind === 'device_authorization');
  return {
    id: `flow-${root.id}`,
    kind: kindOf(authorizationRequest ?? pushed, responses, tokenRequests, root),
    root,
    messages,
    pushed,
    authorizationRequest,
    responses,
    authorizationResponse,
    landings: responses.filter(
      (response) =>
        response.phase === 'landing' &&
        authorizationResponse !== undefined &&
        isSameAnswer(response, authorizationResponse),
    ),
    redemptions,
    refreshes: tokenRequests.filter(({ grantType }) => grantType === 'refresh_token'),
    grants: tokenRequests.filter(
      ({ grantType }) => grantType !== 'refresh_token' && grantType !== 'authorization_code',
    ),
    unreadCalls: messages
      .filter((message) => message.kind === 'unread_token_call')
      .filter(
        ({ answer, exchange }) =>
          answer !== 'unknown' &&
          exchange.startedAt >= (authorizationResponse?.exchange.startedAt ?? Infinity),
      ),
    device,
    relays: messages.filter((message) => message.kind === 'code_relay'),
    backchannel: messages.find((message) => message.kind === 'backchannel_authentication'),
    logout: messages.find((message) => message.kind === 'logout'),
    fedCm: messages
      .filter((message) => message.kind === 'fedcm')
      .findLast(({ step }) => step === 'id_assertion'),
  };
}

/** The push that the request refers to; a push may be repeated, with the nonce it was asked for. */
function pushedOf(
  messages: readonly Message[],
  request: AuthorizationRequest | undefined,
): PushedAuthorizationRequest | undefined {
  const all = messages.filter((message) => message.kind === 'pushed_authorization_request');
  const uri = request?.params.get('request_uri');
  return all.find(({ requestUri }) => requestUri !== undefined && requestUri === uri) ?? all.at(-1);
}

function withPushed(
  request: AuthorizationRequest,
  pushed: PushedAuthorizationRequest | undefined,
): AuthorizationRequest {
  if (pushed === undefined) return request;
  return { ...request, carrier: 'plain', params: messageParameters(pushed.params.list, request.params.list) };
}

/** Answers that carry the request's state, if any does; others in the tab then belong to something else. */
function relevantResponses(
  messages: readonly Message[],
  request: AuthorizationRequest | undefined,
): readonly AuthorizationResponse[] {
  const all = messages.filter((message) => message.kind === 'authorization_response');
  const state = request?.params.get('state');
  const matching = all.filter((response) => response.params.get('state') === state);
  return state === undefined || matching.length === 0 ? all : matching;
}

/** Redemptions of a code that was delivered, if any is; others in the tab then belong to something else. */
function relevantRedemptions(
  tokenRequests: readonly TokenRequest[],
  responses: readonly AuthorizationResponse[],
): readonly TokenRequest[] {
  const codes = new Set(responses.map((response) => response.params.get('code')));
  const all = tokenRequests.filter(({ grantType }) => grantType === 'authorization_code');
  const exact = all.filter((request) => codes.has(request.params.get('code')));
  return exact.length > 0 ? exact : all;
}

function responseThatCounts(
  responses: readonly AuthorizationResponse[],
  redemptions: readonly TokenRequest[],
): AuthorizationResponse | undefined {
  const redeemed = redemptions.at(-1)?.params.get('code');
  const counted =
    responses.find((response) => redeemed !== undefined && response.params.get('code') === redeemed) ??
    responses.at(-1);
  return counted === undefined ? undefined : responses.find((response) => isSameAnswer(response, counted));
}

function isSameAnswer(a: AuthorizationResponse, b: AuthorizationResponse): boolean {
  const code = a.params.get('code');
  if (code !== undefined || b.params.get('code') !== undefined) return code === b.params.get('code');
  return a.target === b.target || withoutQuery(a.target) === withoutQuery(b.target);
}

function isImplicit({ params }: AuthorizationResponse): boolean {
  return params.get('access_token') !== undefined || params.get('id_token') !== undefined;
}

const grantKinds: ReadonlyMap<string, FlowKind> = new Map([
  ['authorization_code', 'authorization_code'],
  ['refresh_token', 'refresh_token'],
  ['client_credentials', 'client_credentials'],
  ['password', 'password'],
  ['urn:ietf:params:oauth:grant-type:device_code', 'device_code'],
  ['urn:ietf:params:oauth:grant-type:token-exchange', 'token_exchange'],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', 'jwt_bearer'],
  ['urn:ietf:params:oauth:grant-type:saml2-bearer', 'saml_bearer'],
  ['urn:openid:params:grant-type:ciba', 'ciba'],
]);

function kindOf(
  request: AuthorizationRequest | PushedAuthorizationRequest | undefined,
  responses: readonly AuthorizationResponse[],
  tokenRequests: readonly TokenRequest[],
  root: Node,
): FlowKind {
  const types = request?.params.get('response_type')?.split(/[\s,]+/);
  if (types !== undefined) {
    if (!types.includes('code'))
      return types.includes('token') || types.includes('id_token') ? 'implicit' : 'unknown';
    return types.length > 1 ? 'hybrid' : 'authorization_code';
  }
  if (responses.some((response) => response.params.get('code') !== undefined)) return 'authorization_code';
  if (responses.some((response) => isImplicit(response))) return 'implicit';
  if (root.message.kind === 'device_authorization') return 'device_code';
  if (root.message.kind === 'backchannel_authentication') return 'ciba';
  switch (root.message.kind) {
    case 'logout':
    case 'fedcm':
    case 'registration':
    case 'revocation':
    case 'introspection':
    case 'discovery':
      return root.message.kind;
    default:
  }
  const grant = tokenRequests[0]?.grantType;
  if (grant !== undefined) return grantKinds.get(grant) ?? 'unknown';
  return request === undefined ? 'unknown' : 'authorization_code';
}
