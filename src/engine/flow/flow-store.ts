import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { mayMatter } from '../oauth/may-matter.ts';
import { isUnreadCall } from '../oauth/unread-token-call.ts';
import { authorityOf } from '../providers/authority-of.ts';
import { createCorrelator } from './correlate.ts';
import { createDocuments } from './documents.ts';
import { createFailedDiscoveries } from './failed-discoveries.ts';
import { flowOf, type Flow } from './flow.ts';
import { createHistory } from './history.ts';
import { createHops, instant, isHop, lastRequests } from './hops.ts';
import { isVisible } from './is-visible.ts';
import { addressKey, createMetadataIndex } from './metadata-index.ts';
import { tabOf, type Node } from './node.ts';
import { createParentFlows } from './parent-flow.ts';
import { createRedirects } from './redirects.ts';
import type { Surroundings } from './surroundings.ts';
import { createTimeIndex } from './time-index.ts';

/** All flows of a session log, each read anew only when something of it changed. */
export interface FlowStore extends Surroundings {
  /** Returns the ids of the flows that changed. */
  ingest(exchange: Exchange): readonly string[];
  forget(exchangeId: string): readonly string[];
  ids(): readonly string[];
  flow(id: string): Flow | undefined;
  navigationsOf(flow: Flow): readonly Exchange[];
  preflightsOf(flow: Flow): readonly Exchange[];
  /** The flow this login runs inside of: a broker's, or the login that a silent check renews. */
  parentOf(flow: Flow): string | undefined;
}

/** An empty store. */
export function createFlowStore(): FlowStore {
  const correlator = createCorrelator();
  const metadata = createMetadataIndex();
  const documents = createDocuments(correlator, metadata);
  const hops = createHops(correlator);
  const redirects = createRedirects(correlator);
  const parents = createParentFlows(correlator);
  const history = createHistory(correlator);
  const logins = createTimeIndex<Node>();
  const searches = createFailedDiscoveries(correlator);
  const exchanges = new Map<string, Exchange>();
  /** Those that a metadata document may tell, by their address. */
  const nameable = createTimeIndex<Exchange>();
  const visible = new Map<string, Node>();
  const flows = new Map<string, Flow>();

  /** Notes that the trees of these roots changed. */
  function mark(roots: Iterable<Node>): readonly string[] {
    const changed = new Set<string>();
    for (const root of roots) {
      const id = `flow-${root.id}`;
      changed.add(id);
      flows.delete(id);
      const current = correlator.node(root.id);
      if (
        current !== undefined &&
        correlator.rootOf(current) === current &&
        (isVisible(current, correlator.tree) || searches.isDeadEnd(current))
      )
        visible.set(id, current);
      else visible.delete(id);
    }
    return [...changed];
  }

  function rootsOf(nodes: readonly Node[]): readonly Node[] {
    return nodes.map(correlator.rootOf);
  }

  function dependants(nodes: readonly Node[]): readonly Node[] {
    return nodes
      .flatMap((node) => [node, ...treeOf(node)])
      .flatMap((node) => [
        ...parents.dependants(node),
        ...history.dependants(node),
        ...searches.dependants(node),
        ...documents.describedBy(node.message),
      ]);
  }

  /** Flows that lose hops to this exchange's login, whose parent it may be, or that look back to it. */
  function neighbours(exchange: Exchange, nodes: readonly Node[]): readonly Node[] {
    const touched = [...dependants(nodes), ...nodes.flatMap(hops.rivalsOf)];
    if (!nodes.some(({ message }) => message.kind === 'authorization_request')) return touched;
    return [...touched, ...lastRequests(correlator, exchange, exchange.startedAt - instant)];
  }

  /** The tree of a login's front channel, for a node that decides whether other logins run inside of it. */
  function treeOf(node: Node): readonly Node[] {
    switch (node.message.kind) {
      case 'pushed_authorization_request':
      case 'authorization_request':
      case 'authorization_response':
        return correlator.tree(correlator.rootOf(node));
      default:
        return [];
    }
  }

  /** Takes in what a metadata document says, or no longer says; returns the keys of what it speaks of. */
  function describe(exchange: Exchange): readonly string[] {
    const message = correlator.node(exchange.id)?.message;
    return message?.kind === 'discovery' ? metadata.add(message) : metadata.remove(exchange.id);
  }

  function update(exchange: Exchange, present: boolean): readonly string[] {
    const old = exchanges.get(exchange.id);
    const nodes: Node[] = [];
    const before = correlator.nodesOf(exchange.id);
    if (old !== undefined) {
      nodes.push(...hops.remove(old), ...redirects.remove(old));
      nameable.remove(addressKey(old.url), old.startedAt, old.id);
    }
    if (before.length > 0) nodes.push(...neighbours(exchange, before));
    for (const node of before) {
      parents.remove(node);
      history.remove(node);
      searches.remove(node);
      if (isLogin(node)) logins.remove(node.tab, node.startedAt, node.id);
    }
    if (present) exchanges.set(exchange.id, exchange);
    else exchanges.delete(exchange.id);
    if (present && isNameable(exchange))
      nameable.add(addressKey(exchange.url), exchange.startedAt, exchange.id, exchange);
    const roots = present
      ? correlator.ingest(exchange, metadata.kindAt(exchange.url))
      : correlator.forget(exchange.id);
    if (present) nodes.push(...hops.ingest(exchange), ...redirects.ingest(exchange));
    const after = correlator.nodesOf(exchange.id);
    for (const node of after) {
      parents.add(node);
      history.add(node);
      searches.add(node);
      if (isLogin(node)) logins.add(node.tab, node.startedAt, node.id, node);
    }
    // Where requests of other exchanges moved, what rests on their flows rests on other ones now.
    const own = new Set([...before, ...after, ...rootsOf(after)]);
    if (roots.some((root) => !own.has(root))) nodes.push(...dependants(roots));
    const described = roots.length > 0 ? describe(exchange) : [];
    if (roots.length > 0)
      nodes.push(...described.flatMap(correlator.offering), ...neighbours(exchange, after));
    const renamed = described.flatMap((key) => nameable.range(key, -Infinity, Infinity));
    const changed =
      roots.length === 0 && nodes.length === 0 ? [] : mark(new Set([...roots, ...rootsOf(nodes)]));
    return [...new Set([...changed, ...renamed.flatMap((each) => update(each, true))])];
  }

  function flow(id: string): Flow | undefined {
    const root = visible.get(id);
    if (root === undefined) return undefined;
    const known = flows.get(id) ?? withNeighbours(flowOf(root, correlator.tree(root)));
    flows.set(id, known);
    return known;
  }

  function withNeighbours(read: ReturnType<typeof flowOf>): Flow {
    const mayBelongTo = new Set(correlator.undecided(read.root).map(correlator.rootOf));
    return { ...read, errorRoute: hops.errorRouteOf(read), mayBelongTo: [...mayBelongTo] };
  }

  function flowWith(node: Node): Flow | undefined {
    return flow(`flow-${correlator.rootOf(node).id}`);
  }

  return {
    ingest(exchange) {
      // Most traffic ends here: it says nothing, leads nowhere, and never did.
      if (!exchanges.has(exchange.id) && !isNameable(exchange) && !mayMatter(exchange)) return [];
      return update(exchange, true);
    },
    forget(exchangeId) {
      const exchange = exchanges.get(exchangeId);
      return exchange === undefined ? [] : update(exchange, false);
    },
    ids: () => [...visible.keys()],
    flow,
    navigationsOf: hops.navigationsOf,
    preflightsOf: hops.preflightsOf,
    authority: (endpoint) => authorityOf(endpoint, metadata.at(endpoint)),
    metadataAt: metadata.at,
    metadataOf: metadata.of,
    ...documents,
    requestsWithChallenge: (key) =>
      correlator
        .offering(`challenge ${key}`)
        .flatMap((node) =>
          node.message.kind === 'authorization_request'
            ? [{ flow: `flow-${correlator.rootOf(node).id}`, request: node.message }]
            : [],
        ),
    navigationsBefore: hops.navigationsBefore,
    redirectTo: redirects.redirectTo,
    logoutsAt: (origin) =>
      correlator
        .offering(`logout ${origin}`)
        .flatMap(({ message }) => (message.kind === 'logout' ? [message] : [])),
    loginsInTabBefore(exchange, milliseconds) {
      const tab = tabOf(exchange);
      if (tab === undefined) return [];
      return logins
        .latest(tab, exchange.startedAt - milliseconds, exchange.startedAt)
        .flatMap(({ message }) => (message.exchange === exchange ? [] : [message]));
    },
    callBefore(request, passes) {
      const node = history.callBefore(request, passes);
      const found = node === undefined ? undefined : flowWith(node);
      return node?.message.kind === 'token_request' && found !== undefined
        ? { request: node.message, flow: found }
        : undefined;
    },
    secretIssue: history.secretIssue,
    loginsBefore: (request) => history.loginsBefore(request).flatMap((node) => flowWith(node) ?? []),
    unopenedPush(request) {
      const message = history.unopenedPush(request)?.message;
      return message?.kind === 'pushed_authorization_request' ? message : undefined;
    },
    loginsAfter: (request, time) =>
      history.loginsAfter(request, time).flatMap((node) => flowWith(node) ?? []),
    parentOf({ authorizationRequest, root: own }) {
      const request = correlator.node(authorizationRequest?.exchange.id ?? '');
      const outer = request === undefined ? undefined : parents.of(request);
      const root = outer === undefined ? own : correlator.rootOf(outer);
      return root === own ? undefined : `flow-${root.id}`;
    },
  };
}

/** Documents, calls with a token, a hint or a request object, and of a client that names or describes itself. */
function isNameable(exchange: Exchange): boolean {
  return (
    isHop(exchange) ||
    isUnreadCall(exchange) ||
    /(?:token|hint|request|client_id)=|redirect_uris/.test(exchange.requestBody?.text ?? '') ||
    /^(?:bearer|dpop) /i.test(headerValue(exchange.requestHeaders, 'authorization') ?? '')
  );
}

function isLogin(node: Node): node is Node & { readonly tab: string } {
  const { kind } = node.message;
  return node.tab !== undefined && (kind === 'authorization_request' || kind === 'authorization_response');
}
