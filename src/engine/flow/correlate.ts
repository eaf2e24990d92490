import type { Exchange } from '../http/exchange.ts';
import { classify } from '../oauth/classify.ts';
import type { MessageKind } from '../oauth/message.ts';
import { answersOfOneLogin } from './choose-issue.ts';
import { chooseByKey, chooseByTab, onlyWaiting, seeksInTab } from './choose-parent.ts';
import { pushesOf, requestsOf, type Stored } from './choose-request.ts';
import { byTime, isEarlier, mayPrecede, nodeOf, type Node } from './node.ts';
import { createOneTimeValues } from './one-time-values.ts';
import { createTimeIndex, type TimeIndex } from './time-index.ts';

/** Joins messages into trees, one a flow. Every link is a function of what is stored, never of the order it came in. */
export interface Correlator {
  /** Adds or replaces an exchange, whose address is for messages of a kind; returns the roots whose trees changed. */
  ingest(exchange: Exchange, named?: MessageKind): readonly Node[];
  forget(exchangeId: string): readonly Node[];
  /** A root and everything below it, in order of time. */
  tree(root: Node): readonly Node[];
  /** Nodes that offer a linking key. */
  offering(key: string): readonly Node[];
  rootOf(node: Node): Node;
  node(id: string): Node | undefined;
  nodesOf(exchangeId: string): readonly Node[];
  /** The answers that brought the code of a redemption which belongs to one of several logins, nobody knows which. */
  undecided(redemption: Node): readonly Node[];
  /** What stands in each tab. */
  readonly tabs: Pick<TimeIndex<Node>, 'range' | 'lastBefore' | 'firstFrom'>;
}

/** An empty correlator. */
export function createCorrelator(): Correlator {
  const byExchange = new Map<string, readonly Node[]>();
  const byId = new Map<string, Node>();
  const parents = new Map<Node, Node>();
  const children = new Map<Node, Set<Node>>();
  const offers = new Map<string, Set<Node>>();
  const wants = new Map<string, Set<Node>>();
  const tabs = createTimeIndex<Node>();
  const stored: Stored = { offers, wants, tabs, nodesOf };
  const oneTime = createOneTimeValues({
    parentOf: (node) => parents.get(node),
    childrenOf: (node) => children.get(node) ?? [],
  });

  /** Requests and redemptions to place again before the present change is done. */
  const unsettled = new Set<Node>();

  function nodesOf(exchangeId: string): readonly Node[] {
    return byExchange.get(exchangeId) ?? [];
  }

  function rootOf(node: Node): Node {
    let root = node;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    return root;
  }

  function parentOf(node: Node): Node | undefined {
    const request = byExchange.get(node.message.exchange.id)?.[0];
    if (
      node.message.kind === 'authorization_response' &&
      request !== undefined &&
      isOwnRequest(request, node)
    )
      return request;
    for (const key of node.links.wants) {
      const told = fitting(node, key, offers.get(key) ?? []);
      // Two logins got this code, and nothing tells whose it is: it is joined to neither.
      if (told === undefined) return undefined;
      const found = chooseByKey(node, told);
      if (found !== undefined) return found;
    }
    return oneTime.repeatedBy(node) ?? chooseByTab(node, tabs);
  }

  /** Of the nodes that offer a key those that may be meant; undefined where it is certain that none can be told. */
  function fitting(node: Node, key: string, offering: Iterable<Node>): Iterable<Node> | undefined {
    if (key.startsWith('handed ')) return onlyWaiting(node, offering);
    if (node.message.kind === 'authorization_response') return requestsOf(node, key, offering, stored);
    if (!isRedemption(node)) return offering;
    if (key.startsWith('code ')) return issuesOf(node, offering);
    // A page that hands on a code of unknown origin tells nothing.
    return key.startsWith('relayed ') ? [...offering].filter((relay) => parents.has(relay)) : offering;
  }

  function issuesOf(node: Node, answers: Iterable<Node>): readonly Node[] | undefined {
    const withPrefix = (prefix: string): readonly string[] =>
      node.links.wants.filter((key) => key.startsWith(prefix));
    return answersOfOneLogin(node, answers, {
      proven: withPrefix('challenge ').flatMap((key) => [...(offers.get(key) ?? [])]),
      others: withPrefix('used ').flatMap((key) => [...(offers.get(key) ?? [])]),
      parentOf: (other) => parents.get(other),
    });
  }

  function undecided(node: Node): readonly Node[] {
    const key = node.links.wants.find((each) => each.startsWith('code '));
    if (key === undefined || !isRedemption(node) || parents.has(node)) return [];
    const answers = offers.get(key) ?? [];
    return issuesOf(node, answers) === undefined
      ? [...answers].filter((answer) => mayPrecede(answer, node)).sort(byTime)
      : [];
  }

  /** Finds the node's place again; notes the roots it left and came to, if it moved. */
  function place(node: Node, changed: Set<Node>): void {
    const before = parents.get(node);
    const after = parentOf(node);
    if (before === after) return;
    unsettle(node);
    changed.add(rootOf(node));
    if (before !== undefined) children.get(before)?.delete(node);
    if (after === undefined) parents.delete(node);
    else {
      parents.set(node, after);
      add(children, after, node);
    }
    unsettle(node);
    changed.add(rootOf(node));
  }

  function unsettle(node: Node): void {
    for (const request of oneTime.dependants(node)) unsettled.add(request);
    for (const key of node.links.offers)
      for (const other of isCodeKey(key) ? (wants.get(key) ?? []) : [])
        if (isRedemption(other) && (!isRedemption(node) || isEarlier(node, other))) unsettled.add(other);
  }

  /** Places those again that others' places decide on. Each rests on what is earlier or of another kind, so this ends. */
  function settle(changed: Set<Node>): void {
    for (const node of unsettled) {
      unsettled.delete(node);
      if (byId.get(node.id) !== node) continue;
      place(node, changed);
      changed.add(rootOf(node));
    }
  }

  /** Places again what may depend on nodes that came or went; who wants their keys has changed wherever it stands. */
  function placeDependants(nodes: readonly Node[], changed: Set<Node>): void {
    const seekers = new Set<Node>();
    const neighbours = new Set<Node>();
    for (const node of nodes) {
      for (const { links } of [node, ...pushesOf(node, offers)])
        for (const key of links.offers) for (const seeker of wants.get(key) ?? []) seekers.add(seeker);
      for (const child of children.get(node) ?? []) seekers.add(child);
      if (node.tab === undefined) continue;
      for (const neighbour of tabs.observers(node.tab, node.startedAt))
        if (seeksInTab(neighbour)) neighbours.add(neighbour);
    }
    for (const node of new Set([...seekers, ...neighbours]))
      if (byId.get(node.id) === node) place(node, changed);
    for (const node of seekers) if (byId.get(node.id) === node) changed.add(rootOf(node));
  }

  function insert(node: Node): void {
    byId.set(node.id, node);
    for (const key of node.links.offers) add(offers, key, node);
    for (const key of node.links.wants) add(wants, key, node);
    oneTime.add(node);
    if (node.tab === undefined) return;
    tabs.add(node.tab, node.startedAt, node.id, node);
  }

  function remove(node: Node, changed: Set<Node>): void {
    const root = rootOf(node);
    unsettle(node);
    oneTime.remove(node);
    byId.delete(node.id);
    for (const key of node.links.offers) drop(offers, key, node);
    for (const key of node.links.wants) drop(wants, key, node);
    if (node.tab !== undefined) tabs.remove(node.tab, node.startedAt, node.id);
    const parent = parents.get(node);
    if (parent !== undefined) children.get(parent)?.delete(node);
    parents.delete(node);
    changed.add(root);
  }

  /** Takes the old nodes of an exchange out and puts the new ones in. */
  function replace(exchangeId: string, fresh: readonly Node[]): readonly Node[] {
    const stale = byExchange.get(exchangeId) ?? [];
    const changed = new Set<Node>();
    for (const node of stale) remove(node, changed);
    if (fresh.length === 0) byExchange.delete(exchangeId);
    else byExchange.set(exchangeId, fresh);
    for (const node of fresh) insert(node);
    for (const node of fresh) place(node, changed);
    for (const node of fresh) unsettle(node);
    for (const node of fresh) changed.add(rootOf(node));
    placeDependants([...stale, ...fresh], changed);
    settle(changed);
    for (const node of stale) children.delete(node);
    return [...changed];
  }

  return {
    ingest(exchange, named) {
      // A preflight belongs to its call and carries no key; it is found by where and when it stands.
      const messages = exchange.method === 'OPTIONS' ? [] : classify(exchange, named);
      if (messages.length === 0 && !byExchange.has(exchange.id)) return [];
      return replace(exchange.id, messages.map(nodeOf));
    },
    forget: (exchangeId) => (byExchange.has(exchangeId) ? replace(exchangeId, []) : []),
    tree(root) {
      const found = [root];
      for (const node of found) for (const child of children.get(node) ?? []) found.push(child);
      return found.sort(byTime);
    },
    offering: (key) => [...(offers.get(key) ?? [])].sort(byTime),
    rootOf,
    undecided,
    node: (id) => byId.get(id),
    nodesOf,
    tabs,
  };
}

/** A server that answers an authorization request at once does so in the same exchange. */
function isOwnRequest(request: Node, node: Node): boolean {
  if (request === node || request.message.kind !== 'authorization_request') return false;
  const state = node.message.params.get('state');
  // What a reference stands for is not known here.
  const { carrier, params } = request.message;
  return state === undefined || state === params.get('state') || carrier === 'by_reference';
}

/** Of an answer that brings a code, of a page that hands it on, or of a request that redeems it. */
function isCodeKey(key: string): boolean {
  return /^(?:code|relayed|used) /.test(key);
}

function isRedemption({ message }: Node): boolean {
  return message.kind === 'token_request' && message.grantType === 'authorization_code';
}

function add<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

function drop<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = map.get(key);
  set?.delete(value);
  if (set?.size === 0) map.delete(key);
}
