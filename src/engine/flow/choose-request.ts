import { isEarlier, mayPrecede, type Node } from './node.ts';
import type { TimeIndex } from './time-index.ts';

/** What is stored, by the values that it offers and wants, by its tab and by its exchange. */
export interface Stored {
  readonly offers: ReadonlyMap<string, ReadonlySet<Node>>;
  readonly wants: ReadonlyMap<string, ReadonlySet<Node>>;
  readonly tabs: Pick<TimeIndex<Node>, 'lastBefore'>;
  nodesOf(exchangeId: string): readonly Node[];
}

/**
 * Of the nodes that offer a key of an authorization response, those that may be meant. An app may send every time the
 * same state, and a simple server give every time the same code: the tab then tells whose answer it is. Undefined where
 * several pushed requests of one state were opened, and none of them in the tab of the answer.
 */
export function requestsOf(
  node: Node,
  key: string,
  offering: Iterable<Node>,
  stored: Stored,
): Iterable<Node> | undefined {
  const asked = askedBefore(node, stored);
  if (key.startsWith('delivery '))
    return asked !== undefined && isIssued(node, stored)
      ? [...offering].filter((other) => other.tab === node.tab && isEarlier(asked, other))
      : offering;
  if (!key.startsWith('state ') || node.tab === undefined) return offering;
  if (asked !== undefined) return [asked];
  const opened = [...offering].filter(({ links }) =>
    links.offers.some((each) => each.startsWith('request_uri ') && stored.wants.has(each)),
  );
  if (opened.length === 0) return offering;
  return opened.length === 1 ? opened : undefined;
}

/** The pushed requests that an authorization request refers to. */
export function pushesOf({ message, links }: Node, offers: Stored['offers']): readonly Node[] {
  return message.kind === 'authorization_request'
    ? links.wants.flatMap((key) => [...(offers.get(key) ?? [])])
    : [];
}

/** The last authorization request in the tab of an answer that has its state, or refers to a push that has. */
function askedBefore(node: Node, { tabs, offers }: Stored): Node | undefined {
  const state = node.links.wants.find((key) => key.startsWith('state '));
  if (state === undefined || node.tab === undefined) return undefined;
  return tabs.lastBefore(
    node.tab,
    node.startedAt,
    (candidate) =>
      candidate.message.kind === 'authorization_request' &&
      mayPrecede(candidate, node) &&
      [candidate, ...pushesOf(candidate, offers)].some(({ links }) => links.offers.includes(state)),
  );
}

/** Whether a server sends this answer off, and no app that got it passes it on. */
function isIssued({ message }: Node, { nodesOf }: Stored): boolean {
  return (
    message.kind === 'authorization_response' &&
    message.phase === 'redirect' &&
    !nodesOf(message.exchange.id).some((each) => isLanding(each))
  );
}

function isLanding({ message }: Node): boolean {
  return message.kind === 'authorization_response' && message.phase === 'landing';
}
