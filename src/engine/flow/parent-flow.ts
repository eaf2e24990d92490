import { originOf } from '../http/url.ts';
import type { AuthorizationRequest } from '../oauth/message.ts';
import type { Correlator } from './correlate.ts';
import type { Node } from './node.ts';
import { visit } from './repetition.ts';
import { createTimeIndex } from './time-index.ts';

/** Which login another runs inside of: a broker's own login at its upstream, or a silent renewal of the login. */
export interface ParentFlows {
  add(node: Node): void;
  remove(node: Node): void;
  /** The request of the login that this request's login belongs to. */
  of(node: Node): Node | undefined;
  /** Requests whose parent this one may be. */
  dependants(node: Node): readonly Node[];
}

/** An empty index of parents. */
export function createParentFlows(correlator: Correlator): ParentFlows {
  const logins = createTimeIndex<Node>();
  const renewals = createTimeIndex<Node>();
  /** Requests by the origin they are sent to, and by the origin that the answer goes to. */
  const sentTo = createTimeIndex<Node>();
  const answeredTo = createTimeIndex<Node>();

  function indexes(node: Node, request: AuthorizationRequest) {
    return [
      [isSilent(request) ? renewals : logins, clientKey(node, request)],
      [sentTo, originKey(node, request.endpoint)],
      [answeredTo, originKey(node, request.params.get('redirect_uri') ?? '')],
    ] as const;
  }

  /** The inner login is started and finished inside the outer one. */
  function isOpen(outer: Node, inner: Node): boolean {
    const isAnswered = ({ message, startedAt }: Node): boolean =>
      message.kind === 'authorization_response' && startedAt < inner.startedAt;
    return !correlator.tree(correlator.rootOf(outer)).some(isAnswered);
  }

  function broker(node: Node, request: AuthorizationRequest): Node | undefined {
    const key = originKey(node, request.params.get('redirect_uri') ?? '');
    const client = request.params.get('client_id');
    return sentTo.lastBefore(
      key,
      node.startedAt - 0.001,
      (outer) =>
        outer.startedAt > node.startedAt - visit &&
        outer.message.params.get('client_id') !== client &&
        isOpen(outer, node),
    );
  }

  return {
    add(node) {
      if (node.message.kind !== 'authorization_request') return;
      for (const [index, key] of indexes(node, node.message)) index.add(key, node.startedAt, node.id, node);
    },
    remove(node) {
      if (node.message.kind !== 'authorization_request') return;
      for (const [index, key] of indexes(node, node.message)) index.remove(key, node.startedAt, node.id);
    },
    of(node) {
      if (node.message.kind !== 'authorization_request') return undefined;
      const renewed = isSilent(node.message)
        ? logins.lastBefore(clientKey(node, node.message), node.startedAt - 0.001, () => true)
        : undefined;
      return renewed ?? broker(node, node.message);
    },
    dependants(node) {
      if (node.message.kind !== 'authorization_request') return [];
      const { startedAt } = node;
      const renewed = renewals.range(clientKey(node, node.message), startedAt, Infinity);
      const inner = answeredTo.range(originKey(node, node.message.endpoint), startedAt, startedAt + visit);
      return [...renewed, ...inner];
    },
  };
}

function isSilent(request: AuthorizationRequest): boolean {
  return request.params.get('prompt')?.split(' ').includes('none') === true;
}

function clientKey(node: Node, request: AuthorizationRequest): string {
  return `${node.tab ?? ''} ${request.endpoint} ${request.params.get('client_id') ?? ''}`;
}

function originKey(node: Node, url: string): string {
  return `${node.tab ?? ''} ${originOf(url)}`;
}
