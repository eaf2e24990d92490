import { parameterValue, parseParameters } from '../http/parameters.ts';
import { urlParts } from '../http/url.ts';
import type { AuthorizationResponse } from '../oauth/message.ts';
import { callbackFailure } from './callback-answer.ts';
import { isEarlier, mayPrecede, type Node } from './node.ts';
import { visit } from './repetition.ts';
import { createTimeIndex } from './time-index.ts';

/** No login page waits longer than this for its user, milliseconds. */
const patience = 3_600_000;

/** Which request sends the one-time values (nonce, challenge) of another again: a reload, a login page, a back button. */
export interface OneTimeValues {
  add(node: Node): void;
  remove(node: Node): void;
  /** The request that this one repeats; none where the values turn out to be the app's constants. */
  repeatedBy(node: Node): Node | undefined;
  /** Requests whose place depends on where this node stands. */
  dependants(node: Node): readonly Node[];
}

/** How messages are joined at present. */
export interface Joints {
  parentOf(node: Node): Node | undefined;
  childrenOf(node: Node): Iterable<Node>;
}

/** An empty index. What it says rests on joints by other values only, so that no repetition decides on another. */
export function createOneTimeValues({ parentOf, childrenOf }: Joints): OneTimeValues {
  const index = createTimeIndex<Node>();

  /** What a request brought about, down to its token requests; with that of its repetitions in the same tab if asked. */
  function outcomeOf(request: Node, withRepetitions: boolean): readonly Node[] {
    const found: Node[] = [];
    const waiting = [request];
    for (const node of waiting)
      for (const child of childrenOf(node)) {
        if (isRepetition(child, request) && !(withRepetitions && isSamePlace(child, request))) continue;
        found.push(child);
        if (child.message.kind !== 'token_request') waiting.push(child);
      }
    return found;
  }

  function hasEnded(request: Node, next: Node): boolean {
    return outcomeOf(request, false).some((node) => isEarlier(node, next) && isEnd(node, next));
  }

  /** Two tabs that got a code each are two logins, whatever their requests have in common. */
  function gotCodesEach(one: Node, other: Node): boolean {
    const theirs = outcomeOf(other, true).flatMap(codesIn);
    return outcomeOf(one, true)
      .flatMap(codesIn)
      .some((mine) => theirs.some(({ tab, code }) => tab !== mine.tab && code !== mine.code));
  }

  return {
    add(node) {
      if (node.links.again !== undefined) index.add(node.links.again, node.startedAt, node.id, node);
    },
    remove(node) {
      if (node.links.again !== undefined) index.remove(node.links.again, node.startedAt, node.id);
    },
    repeatedBy(node) {
      if (node.links.again === undefined) return undefined;
      const earlier: Node[] = [];
      index.lastBefore(node.links.again, node.startedAt, (candidate) => {
        if (mayPrecede(candidate, node)) earlier.push(candidate);
        return false;
      });
      const mayGoOn = (candidate: Node): boolean => node.startedAt - candidate.startedAt <= patience;
      const own = earlier.find((candidate) => isSamePlace(candidate, node));
      if (own !== undefined && mayGoOn(own) && !hasEnded(own, node)) return own;
      // Values that outlive a login are constants, by which no other tab can be told from a stranger's.
      if (earlier.some((candidate) => hasEnded(candidate, node))) return undefined;
      return earlier.find((candidate) => mayGoOn(candidate) && !gotCodesEach(candidate, node));
    },
    dependants(node) {
      if (!isTelling(node)) return [];
      const found = new Set<Node>();
      for (let above: Node | undefined = node; above !== undefined; above = parentOf(above)) {
        const { again } = above.links;
        if (again !== undefined)
          for (const observer of index.observers(again, above.startedAt)) found.add(observer);
      }
      return [...found];
    },
  };
}

function isRepetition({ links }: Node, request: Node): boolean {
  return links.again !== undefined && links.again === request.links.again;
}

/** A server that pushes requests does so for whatever tab. */
function isSamePlace(one: Node, other: Node): boolean {
  return one.tab === other.tab && other.message.kind === 'authorization_request';
}

/** Nothing below a token request decides anything here. */
function isTelling({ message }: Node): boolean {
  switch (message.kind) {
    case 'pushed_authorization_request':
    case 'authorization_request':
    case 'authorization_response':
    case 'code_relay':
      return true;
    case 'token_request':
      return message.grantType === 'authorization_code';
    default:
      return false;
  }
}

function codesIn({
  message,
  tab,
}: Node): readonly { readonly code: string; readonly tab: string | undefined }[] {
  const code = message.kind === 'authorization_response' ? message.params.get('code') : undefined;
  return code === undefined ? [] : [{ code, tab }];
}

/** What a login ends with, for the next request with its values. */
function isEnd({ message, startedAt }: Node, next: Node): boolean {
  switch (message.kind) {
    case 'token_request':
    case 'code_relay':
      return message.answer === 'success';
    case 'authorization_response':
      if (message.params.get('code') === undefined)
        return ['access_token', 'id_token'].some((name) => message.params.get(name) !== undefined);
      // No browser pushes a request again, and a code lives ten minutes at most (RFC 6749 §4.1.2).
      return (
        next.message.kind === 'pushed_authorization_request' ||
        next.startedAt - startedAt > visit ||
        isTaken(message, next)
      );
    default:
      return false;
  }
}

/** A server that took the code sends the browser on, without it. */
function isTaken(response: AuthorizationResponse, next: Node): boolean {
  const { redirectTarget } = response.exchange;
  if (response.phase !== 'landing' || redirectTarget === undefined) return false;
  const sentOn = parseParameters(urlParts(redirectTarget).query ?? '');
  return (
    redirectTarget !== next.message.exchange.url &&
    parameterValue(sentOn, 'code') === undefined &&
    callbackFailure(response) === undefined
  );
}
