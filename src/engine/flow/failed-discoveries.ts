import type { Correlator } from './correlate.ts';
import type { Node } from './node.ts';
import { createTimeIndex } from './time-index.ts';

/** Searches for a discovery document that were in vain, and whether their clients found another way. */
export interface FailedDiscoveries {
  add(node: Node): void;
  remove(node: Node): void;
  /** The searches that this message may show as over, or as a part of an earlier one. */
  dependants(node: Node): readonly Node[];
  /** True for the first try of a client that found no document and went no further. */
  isDeadEnd(node: Node): boolean;
}

/** Tries this near to each other belong to one search: OpenID Connect and RFC 8414 have an address each, milliseconds. */
const search = 30_000;
/** So much later a client that knows the endpoints without a document has begun a login, milliseconds. */
const patience = 600_000;

/** None so far. */
export function createFailedDiscoveries({ tabs }: Pick<Correlator, 'tabs'>): FailedDiscoveries {
  const failed = createTimeIndex<Node>();
  return {
    add(node) {
      if (isFailed(node)) failed.add(node.tab, node.startedAt, node.id, node);
    },
    remove(node) {
      if (isFailed(node)) failed.remove(node.tab, node.startedAt, node.id);
    },
    dependants: (node) =>
      node.tab !== undefined && (isFailed(node) || isWayOn(node))
        ? failed.range(node.tab, node.startedAt - patience, node.startedAt + search)
        : [],
    isDeadEnd(node) {
      if (!isFailed(node)) return false;
      const { tab, startedAt } = node;
      if (failed.range(tab, startedAt - search, startedAt)[0] !== node) return false;
      return tabs.firstFrom(tab, startedAt - search, startedAt + patience, isWayOn) === undefined;
    },
  };
}

/** A server’s calls are seen in part only, so that nothing shows where they led. */
function isFailed(node: Node): node is Node & { readonly tab: string } {
  return node.tab !== undefined && node.message.kind === 'discovery' && node.message.found === undefined;
}

/** What a client does that knows where the server’s endpoints are. */
function isWayOn({ message }: Node): boolean {
  switch (message.kind) {
    case 'discovery':
      return message.found !== undefined;
    case 'authorization_request':
    case 'pushed_authorization_request':
    case 'device_authorization':
    case 'registration':
    case 'token_request':
      return true;
    default:
      return false;
  }
}
