import { originOf } from '../http/url.ts';
import type { AuthorizationRequest, Registration, TokenRequest } from '../oauth/message.ts';
import type { Correlator } from './correlate.ts';
import type { Node } from './node.ts';
import { visit } from './repetition.ts';
import { createTimeIndex } from './time-index.ts';

/** A client’s call with what it says of itself, and the token endpoint whose calls are looked for. */
export type Credentials = Pick<TokenRequest, 'authentication' | 'endpoint' | 'exchange'>;

/** What each client asked before, at each endpoint; how far back it looks is bounded, so that its cost does not grow. */
export interface History {
  add(node: Node): void;
  remove(node: Node): void;
  /** What failed after this one or repeats its values, or asked for more scope before it, and whose reading may depend on it. */
  dependants(node: Node): readonly Node[];
  /** The last request of this client to this token endpoint before the given call that passes. */
  callBefore(call: Credentials, passes: (earlier: TokenRequest) => boolean): Node | undefined;
  /** The registration before this request whose answer gave the secret that it sends. */
  secretIssue(call: Credentials): Registration | undefined;
  /** Logins of this client that this authorization endpoint answered with a code or tokens, before this one; latest first. */
  loginsBefore(request: AuthorizationRequest): readonly Node[];
  /** The last request that this client pushed to this server in the ten minutes before, and that nothing opened. */
  unopenedPush(request: AuthorizationRequest): Node | undefined;
  /** Logins of this client at this authorization endpoint that started in the ten minutes after a time. */
  loginsAfter(request: AuthorizationRequest, time: number): readonly Node[];
}

/** An empty history. */
export function createHistory(correlator: Correlator): History {
  const calls = createTimeIndex<Node>();
  const logins = createTimeIndex<Node>();
  /** Calls that asked for more scope, all under one key. */
  const challenges = createTimeIndex<Node>();
  /** Pushed requests and those that refer to one, by client and server. */
  const pushes = createTimeIndex<Node>();
  /** Registrations, and the token requests of clients, by client. */
  const secrets = createTimeIndex<Node>();

  function placesOf({ message }: Node): readonly (readonly [index: typeof calls, key: string])[] {
    const key = keyOf(message);
    if (asksForScope(message)) return [[challenges, '']];
    if (message.kind === 'registration') return [[secrets, message.clientId ?? '']];
    if (key === undefined) return [];
    if (message.kind === 'token_request')
      return [
        [calls, key],
        [secrets, message.authentication.clientId ?? ''],
      ];
    if (message.kind === 'pushed_authorization_request') return [[pushes, pushKey(message)]];
    if (message.kind !== 'authorization_request') return [];
    return [
      [logins, key],
      ...(message.carrier === 'by_reference' ? ([[pushes, pushKey(message)]] as const) : []),
    ];
  }

  function answers(node: Node, name: 'code' | 'error'): boolean {
    return correlator
      .tree(correlator.rootOf(node))
      .some(({ message }) => message.kind === 'authorization_response' && isAnswer(message.params, name));
  }

  /** The requests of a login that a node tells how far it came. */
  function requestsOf(node: Node): readonly Node[] {
    const { message } = node;
    if (message.kind === 'authorization_request') return [node];
    const tells = message.kind === 'token_request' && message.grantType === 'authorization_code';
    return tells
      ? correlator
          .tree(correlator.rootOf(node))
          .filter((each) => each.message.kind === 'authorization_request')
      : [];
  }

  function hasFailed(node: Node): boolean {
    const { message } = node;
    if (message.kind === 'token_request') return message.answer === 'error';
    if (message.kind !== 'authorization_request') return false;
    return message.error !== undefined || answers(node, 'error');
  }

  return {
    add(node) {
      for (const [index, key] of placesOf(node)) index.add(key, node.startedAt, node.id, node);
    },
    remove(node) {
      for (const [index, key] of placesOf(node)) index.remove(key, node.startedAt, node.id);
    },
    dependants(node) {
      const later = placesOf(node).flatMap(([index, key]) => index.observers(key, node.startedAt));
      if (node.message.kind === 'registration') return later;
      const failed = later.filter((each) => each !== node && hasFailed(each));
      const repeated = requestsOf(node).flatMap((request) =>
        placesOf(request).flatMap(([index, key]) =>
          index.observers(key, request.startedAt).filter((each) => repeats(each, request)),
        ),
      );
      if (keyOf(node.message) === undefined) return [...failed, ...repeated];
      const { startedAt } = correlator.rootOf(node);
      return [...failed, ...repeated, ...challenges.latest('', startedAt - visit, startedAt)];
    },
    unopenedPush(request) {
      const { startedAt } = request.exchange;
      return pushes.lastBefore(
        pushKey(request),
        startedAt - 0.001,
        (node) =>
          node.message.kind === 'pushed_authorization_request' &&
          node.message.requestUri !== undefined &&
          startedAt - node.startedAt < visit &&
          !correlator.tree(node).some(({ message }) => message.kind === 'authorization_request'),
      );
    },
    callBefore({ authentication: { clientId }, endpoint, exchange }, passes) {
      if (clientId === undefined) return undefined;
      return calls.lastBefore(
        `${clientId} ${endpoint}`,
        exchange.startedAt - 0.001,
        ({ message }) => message.kind === 'token_request' && passes(message),
      );
    },
    secretIssue({ authentication: { clientId = '', secret }, exchange }) {
      const isIssue = (message: Node['message']): message is Registration =>
        message.kind === 'registration' && message.clientSecret === secret;
      if (secret === undefined) return undefined;
      const found = secrets.lastBefore(clientId, exchange.startedAt, ({ message }) => isIssue(message));
      return found !== undefined && isIssue(found.message) ? found.message : undefined;
    },
    loginsBefore(request) {
      const key = keyOf(request);
      if (key === undefined) return [];
      const found: Node[] = [];
      logins.lastBefore(key, request.exchange.startedAt - 0.001, (node) => {
        if (answers(node, 'code')) found.push(node);
        return false;
      });
      return found;
    },
    loginsAfter(request, time) {
      const key = keyOf(request);
      return key === undefined
        ? []
        : logins.observers(key, time).filter(({ startedAt }) => startedAt - time < visit);
    },
  };
}

function isAnswer(params: AuthorizationRequest['params'], name: 'code' | 'error'): boolean {
  if (name === 'error') return params.get('error') !== undefined;
  return ['code', 'access_token', 'id_token'].some((each) => params.get(each) !== undefined);
}

/** Whether a request sends values of an earlier login, which then may be held against it. */
function repeats(node: Node, earlier: Node): boolean {
  return (
    node !== earlier &&
    ['state', 'nonce'].some((name) => {
      const value = node.message.params.get(name);
      return value !== undefined && value === earlier.message.params.get(name);
    })
  );
}

function pushKey({ params, endpoint }: Node['message']): string {
  return `${params.get('client_id') ?? ''} ${originOf(endpoint)}`;
}

function asksForScope(message: Node['message']): boolean {
  return message.kind === 'resource_call' && message.error?.code === 'insufficient_scope';
}

/** One client at one endpoint; undefined when the message does not name its client. */
function keyOf(message: Node['message']): string | undefined {
  const client =
    message.kind === 'token_request' ? message.authentication.clientId : message.params.get('client_id');
  return client === undefined ? undefined : `${client} ${message.endpoint}`;
}
