import type { Exchange } from '../http/exchange.ts';
import { hostOf } from '../http/url.ts';
import type { Message, MessageKind, TokenRequest } from '../oauth/message.ts';
import { isExpectedAnswer } from '../oauth/expected-answers.ts';
import type { Authority } from '../providers/authority.ts';
import type { Flow } from './flow.ts';
import type { Actor, Step } from './vocabulary.ts';

/** Everything of a flow that is shown in order. */
export interface Timeline {
  readonly steps: readonly Step[];
  /** Every exchange, hops and preflights included, in order of time. */
  readonly exchanges: readonly Exchange[];
}

const labels: Readonly<Record<MessageKind, string>> = {
  authorization_request: 'Authorization request',
  authorization_response: 'Authorization response',
  token_request: 'Token request',
  pushed_authorization_request: 'Pushed authorization request',
  device_authorization: 'Device authorization',
  discovery: 'Discovery document',
  keys: 'Key set',
  userinfo: 'UserInfo request',
  resource_call: 'Refused API call',
  revocation: 'Token revocation',
  introspection: 'Token introspection',
  logout: 'Logout request',
  preflight: 'CORS preflight',
};

/**
 * The steps of a flow: repetitions of the authorization request and the delivery of an answer whose redirect was
 * seen are folded into what they repeat, hops inside the authorization server into the request that led there.
 */
export function timelineOf(
  flow: Flow,
  hops: readonly Exchange[],
  preflights: readonly Exchange[],
  authority: (endpoint: string) => Authority,
): Timeline {
  const exchanges = new Map<string, Exchange>();
  for (const { exchange } of flow.messages) exchanges.set(exchange.id, exchange);
  for (const exchange of [...hops, ...preflights]) exchanges.set(exchange.id, exchange);
  const steps = flow.messages
    .filter((message) => isStep(flow, message))
    .map((message) => stepOf(flow, message, hops, authority));
  return {
    steps,
    exchanges: [...exchanges.values()].sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1)),
  };
}

function isStep(flow: Flow, message: Message): boolean {
  if (message.kind === 'authorization_request')
    return message.exchange === flow.authorizationRequest?.exchange;
  if (message.kind !== 'authorization_response') return message.kind !== 'preflight';
  const first = flow.authorizationResponse;
  if (!flow.responses.includes(message)) return false;
  if (message === first || first === undefined) return true;
  const code = message.params.get('code');
  if (code === undefined || code !== first.params.get('code'))
    return message.phase === 'redirect' || code !== undefined;
  return message.phase === 'landing' && flow.landings.indexOf(message) > 0;
}

function stepOf(
  flow: Flow,
  message: Message,
  hops: readonly Exchange[],
  authority: (endpoint: string) => Authority,
): Step {
  const { exchange } = message;
  const { from, to } = actors(message);
  const endpoint =
    message.kind === 'authorization_response'
      ? (flow.authorizationRequest?.endpoint ?? exchange.url)
      : message.endpoint;
  return {
    exchange: exchange.id,
    message: message.kind,
    label: labelOf(flow, message),
    from,
    to,
    at:
      message.kind === 'authorization_response' && message.phase === 'redirect'
        ? (exchange.respondedAt ?? exchange.startedAt)
        : exchange.startedAt,
    status: exchange.status,
    failed: hasFailed(flow, message),
    authority: authority(endpoint),
    foldedHops: message.kind === 'authorization_request' ? foldedHops(flow, hops) : 0,
  };
}

function labelOf(flow: Flow, message: Message): string {
  if (message.kind === 'token_request') return tokenLabel(message);
  if (message.kind === 'authorization_response' && flow.landings.indexOf(message) > 0)
    return 'Callback loaded again';
  return labels[message.kind];
}

function tokenLabel(message: TokenRequest): string {
  return message.grantType === 'refresh_token' ? 'Refresh' : labels.token_request;
}

function actors(message: Message): { readonly from: Actor; readonly to: Actor } {
  const caller: Actor = message.exchange.tab === undefined ? 'server_of_app' : 'app';
  switch (message.kind) {
    case 'authorization_request':
    case 'logout':
      return { from: 'browser', to: 'authorization_server' };
    case 'authorization_response':
      return { from: 'authorization_server', to: 'app' };
    case 'resource_call':
      return { from: caller, to: 'resource_server' };
    case 'token_request':
    case 'pushed_authorization_request':
    case 'device_authorization':
    case 'discovery':
    case 'keys':
    case 'userinfo':
    case 'revocation':
    case 'introspection':
    case 'preflight':
      return { from: caller, to: 'authorization_server' };
  }
}

function hasFailed(flow: Flow, message: Message): boolean {
  switch (message.kind) {
    case 'token_request':
      return (
        (message.answer === 'error' || message.answer === 'no_answer') &&
        !isExpectedAnswer(message.error, undefined)
      );
    case 'authorization_response':
      return (
        message.error !== undefined &&
        !isExpectedAnswer(message.error, flow.authorizationRequest?.params.get('prompt'))
      );
    case 'authorization_request':
      return message.error !== undefined || message.exchange.networkError !== undefined;
    case 'pushed_authorization_request':
    case 'device_authorization':
    case 'userinfo':
    case 'resource_call':
    case 'logout':
      return message.error !== undefined;
    case 'discovery':
    case 'keys':
    case 'revocation':
    case 'introspection':
    case 'preflight':
      return false;
  }
}

/** Hops between the request and its answer that stay on the server's own host. */
function foldedHops(flow: Flow, hops: readonly Exchange[]): number {
  const host = hostOf(flow.authorizationRequest?.endpoint ?? '');
  const shown = flow.authorizationResponse?.exchange.id;
  return hops.filter((hop) => hop.id !== shown && hostOf(hop.url) === host).length;
}
