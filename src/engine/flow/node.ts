import type { Exchange } from '../http/exchange.ts';
import type { Message, MessageKind } from '../oauth/message.ts';
import { linksOf, type Links } from './links.ts';

/** A message in the graph of what belongs together. */
export interface Node {
  readonly id: string;
  readonly message: Message;
  readonly links: Links;
  readonly startedAt: number;
  readonly tab: string | undefined;
}

/** The order in which a login's messages depend on each other; a parent stands before its children. */
const rank: Readonly<Record<MessageKind, number>> = {
  discovery: 0,
  keys: 0,
  pushed_authorization_request: 1,
  device_authorization: 1,
  backchannel_authentication: 1,
  initiated_login: 1,
  fedcm: 1,
  session_iframe: 6,
  registration: 0,
  resource_metadata: 0,
  foreign_login: 3,
  code_relay: 4,
  authorization_request: 2,
  authorization_response: 3,
  token_request: 4,
  unread_token_call: 4,
  userinfo: 5,
  resource_call: 5,
  revocation: 5,
  introspection: 5,
  logout: 5,
  front_channel_logout: 6,
  preflight: 6,
};

/** Makes a node of the message number `index` of its exchange. */
export function nodeOf(message: Message, index: number): Node {
  const { exchange } = message;
  return {
    id: index === 0 ? exchange.id : `${exchange.id}.${index}`,
    message,
    links: linksOf(message),
    startedAt: exchange.startedAt,
    tab: tabOf(exchange),
  };
}

/** One name for a tab; tabs of different recordings are different tabs. */
export function tabOf(exchange: Exchange): string | undefined {
  return exchange.tab === undefined ? undefined : `${exchange.source} ${exchange.tab}`;
}

/** Whether `candidate` may be what `node` depends on. */
export function mayPrecede(candidate: Node, node: Node): boolean {
  if (candidate === node) return false;
  const difference = rank[candidate.message.kind] - rank[node.message.kind];
  return difference < 0 || (difference === 0 && isEarlier(candidate, node));
}

/** Order of time; the id decides between equals, so that the order of ingestion never does. */
export function isEarlier(a: Node, b: Node): boolean {
  return a.startedAt < b.startedAt || (a.startedAt === b.startedAt && a.id < b.id);
}

/** Sorts nodes by time. */
export function byTime(a: Node, b: Node): number {
  return isEarlier(a, b) ? -1 : 1;
}
