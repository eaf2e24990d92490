import { originOf, withoutQuery } from '../http/url.ts';
import type { AuthorizationRequest, AuthorizationResponse } from '../oauth/message.ts';
import { isEarlier, mayPrecede, type Node } from './node.ts';
import type { TimeIndex } from './time-index.ts';

/** Longest time between a callback and a token request that are joined by their tab alone, milliseconds. */
const nearby = 60_000;

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

function isBetter(candidate: Node, best: Node, node: Node): boolean {
  const before = candidate.startedAt <= node.startedAt;
  if (before !== best.startedAt <= node.startedAt) return before;
  // Uses of one value gather under the first of them, so that a flow keeps its root.
  if (candidate.message.kind === node.message.kind) return isEarlier(candidate, best);
  const sameTab = candidate.tab === node.tab;
  if (sameTab !== (best.tab === node.tab)) return sameTab;
  return before ? isEarlier(best, candidate) : isEarlier(candidate, best);
}

/** The weakest link: what stood last in the same tab and fits. */
export function chooseByTab(node: Node, tabs: TimeIndex<Node>): Node | undefined {
  const { message, tab } = node;
  if (tab === undefined) return undefined;
  if (message.kind === 'authorization_response') {
    return tabs.lastBefore(tab, node.startedAt, (candidate) => answers(node, message, candidate));
  }
  if (message.kind === 'token_request' && message.grantType === 'authorization_code') {
    const uri = message.params.get('redirect_uri');
    return tabs.lastBefore(tab, node.startedAt, (candidate) => {
      if (
        candidate.message.kind !== 'authorization_response' ||
        node.startedAt - candidate.startedAt > nearby
      )
        return false;
      return (
        candidate.message.params.get('code') !== undefined &&
        uri !== undefined &&
        withoutQuery(uri) === candidate.message.endpoint
      );
    });
  }
  return undefined;
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
