import { originOf, withoutQuery } from '../http/url.ts';
import type { AuthorizationRequest, AuthorizationResponse, UnreadTokenCall } from '../oauth/message.ts';
import { providerOfHost } from '../providers/authority-of.ts';
import { isEarlier, mayPrecede, type Node } from './node.ts';
import { repetitionOf, visit } from './repetition.ts';
import type { TimeIndex } from './time-index.ts';

/** Longest time between a callback and a token request that are joined by their tab alone, milliseconds. */
const nearby = 60_000;
/** An app that is asked to start a login does so at once, milliseconds. */
const soon = 10_000;

/**
 * The best of the nodes that offer a key: in the same tab and before, the latest; else the latest before; else
 * (clocks of two recordings differ) the earliest after.
 */
export function chooseByKey(node: Node, candidates: Iterable<Node>): Node | undefined {
  let best: Node | undefined;
  for (const candidate of candidates) {
    if (mayPrecede(candidate, node) && (best === undefined || isBetter(candidate, best, node)))
      best = candidate;
  }
  return best;
}

/** A total order, so that the order of ingestion never decides. */
function isBetter(candidate: Node, best: Node, node: Node): boolean {
  const before = candidate.startedAt <= node.startedAt;
  if (before !== best.startedAt <= node.startedAt) return before;
  // What issued a value stands above what used it; uses gather under the first of them, so that a flow keeps its root.
  const isUse = uses(candidate, node);
  if (isUse !== uses(best, node)) return !isUse;
  if (isUse) return isEarlier(candidate, best);
  const fits = isRedeemedFrom(candidate, node);
  if (fits !== isRedeemedFrom(best, node)) return fits;
  const sameTab = candidate.tab === node.tab;
  if (sameTab !== (best.tab === node.tab)) return sameTab;
  return before ? isEarlier(best, candidate) : isEarlier(candidate, best);
}

/** The redirect that brought an answer issued it: an app's constants come with the redirect of each login. */
function uses({ message }: Node, node: Node): boolean {
  const { kind } = node.message;
  if (message.kind !== kind) return false;
  return message.kind !== 'authorization_response' || message.phase === 'landing';
}

/** Whether a code came to the address that its redemption names; how else the two differ is for the rules to say. */
export function isRedeemedFrom({ message }: Node, node: Node): boolean {
  const uri = node.message.kind === 'token_request' ? node.message.params.get('redirect_uri') : undefined;
  return (
    uri !== undefined && message.kind === 'authorization_response' && withoutQuery(uri) === message.endpoint
  );
}

/** The one login that waits for a code by script; undefined where several do, for values may be constants. */
export function onlyWaiting(node: Node, requests: Iterable<Node>): readonly Node[] {
  const open = [...requests].filter(
    (request) => isEarlier(request, node) && node.startedAt - request.startedAt <= visit,
  );
  return new Set(open.map(({ tab }) => tab)).size < 2 ? open : [];
}

/** True for messages that may be joined by what stands before them in their tab. */
export function seeksInTab({ message }: Node): boolean {
  switch (message.kind) {
    case 'authorization_request':
    case 'authorization_response':
    case 'foreign_login':
    case 'front_channel_logout':
    case 'fedcm':
    case 'session_iframe':
    case 'unread_token_call':
      return true;
    case 'token_request':
      return message.grantType === 'authorization_code';
    default:
      return false;
  }
}

/** The weakest link: what stood last in the same tab and fits. */
export function chooseByTab(node: Node, tabs: TimeIndex<Node>): Node | undefined {
  const { message, tab } = node;
  if (tab === undefined) return undefined;
  const last = (passes: (candidate: Node) => boolean): Node | undefined =>
    tabs.lastBefore(tab, node.startedAt, passes);
  switch (message.kind) {
    case 'authorization_request':
      // One-time values have told already what repeats what.
      return (
        (node.links.again === undefined ? repetitionOf(node, message, last) : undefined) ??
        last((candidate) => initiates(candidate, node))
      );
    case 'foreign_login':
      return interrupted(
        node,
        last((candidate) => isFrontChannel(candidate, node)),
      );
    case 'fedcm':
      return last((candidate) => leadsToAssertion(candidate, node));
    case 'session_iframe':
      return last((candidate) => opensSession(candidate, node));
    case 'front_channel_logout':
      return last((candidate) => isLogoutBefore(candidate, node));
    case 'authorization_response':
      return last((candidate) => answers(node, message, candidate));
    case 'token_request':
      return message.grantType === 'authorization_code'
        ? last((candidate) => redeems(node, candidate))
        : undefined;
    case 'unread_token_call':
      return last((candidate) => isOfServer(candidate, node, message));
    default:
      return undefined;
  }
}

/** The login at the server whose token endpoint it is, as far as addresses tell. */
function isOfServer(
  { message, startedAt }: Node,
  node: Node,
  { endpoint, isNamed }: UnreadTokenCall,
): boolean {
  if (message.kind !== 'authorization_request' || node.startedAt - startedAt > visit) return false;
  if (isNamed || originOf(message.endpoint) === originOf(endpoint)) return true;
  const provider = providerOfHost(endpoint);
  return provider !== undefined && provider === providerOfHost(message.endpoint);
}

function initiates({ message, startedAt }: Node, node: Node): boolean {
  return (
    message.kind === 'initiated_login' &&
    message.exchange.frame === node.message.exchange.frame &&
    node.startedAt - startedAt <= soon
  );
}

function isFrontChannel(candidate: Node, node: Node): boolean {
  const { kind, exchange } = candidate.message;
  return (
    (kind === 'authorization_request' || kind === 'authorization_response') &&
    exchange.frame === node.message.exchange.frame &&
    isEarlier(candidate, node)
  );
}

/** The login that has no answer yet. */
function interrupted(node: Node, before: Node | undefined): Node | undefined {
  const isOpen =
    before?.message.kind === 'authorization_request' && node.startedAt - before.startedAt < visit;
  return isOpen ? before : undefined;
}

/** The browser asks one thing after the other; an assertion ends it. */
function leadsToAssertion(candidate: Node, node: Node): boolean {
  const { message } = candidate;
  return (
    message.kind === 'fedcm' &&
    message.step !== 'id_assertion' &&
    isEarlier(candidate, node) &&
    node.startedAt - candidate.startedAt < visit
  );
}

/** The login at the server whose frame it is. */
function opensSession({ message }: Node, node: Node): boolean {
  return (
    message.kind === 'authorization_request' && originOf(message.endpoint) === originOf(node.message.endpoint)
  );
}

function isLogoutBefore({ message, startedAt }: Node, node: Node): boolean {
  return message.kind === 'logout' && node.startedAt - startedAt <= nearby;
}

function redeems(node: Node, candidate: Node): boolean {
  return (
    node.startedAt - candidate.startedAt <= nearby &&
    candidate.message.params.get('code') !== undefined &&
    isRedeemedFrom(candidate, node)
  );
}

function answers(node: Node, response: AuthorizationResponse, candidate: Node): boolean {
  const request = candidate.message;
  if (request.kind !== 'authorization_request') return false;
  if (request.exchange === response.exchange) return true;
  if (request.exchange.frame !== response.exchange.frame || !isEarlier(candidate, node)) return false;
  return deliversTo(request, response);
}

function deliversTo(request: AuthorizationRequest, response: AuthorizationResponse): boolean {
  const uri = request.params.get('redirect_uri');
  if (uri === undefined)
    return request.carrier !== 'plain' && originOf(request.endpoint) === originOf(response.exchange.url);
  return loose(uri) === loose(response.endpoint);
}

/** Enough to find the request an answer belongs to; how the two differ is for the rules to say. */
function loose(uri: string): string {
  return withoutQuery(uri)
    .replace(/\/+$/, '')
    .replace(/^https?:/i, '')
    .toLowerCase();
}
