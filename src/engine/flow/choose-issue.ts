import { isExpectedAnswer } from '../oauth/expected-answers.ts';
import { isRedeemedFrom } from './choose-parent.ts';
import { isEarlier, mayPrecede, type Node } from './node.ts';
import { visit } from './repetition.ts';

/** How a redemption and the answers of its code stand at present. */
export interface Redemptions {
  /** Requests whose challenge the redemption's verifier belongs to. */
  readonly proven: readonly Node[];
  /** Other redemptions of the same code. */
  readonly others: Iterable<Node>;
  parentOf(node: Node): Node | undefined;
}

/**
 * Of the answers that brought a code, those of the login that this redemption belongs to. Simple servers give every
 * login the same code; a login is then told by PKCE, redirect_uri, tab, a callback that waits, and by what was redeemed
 * before. Undefined where none of it tells two logins apart.
 */
export function answersOfOneLogin(
  node: Node,
  answers: Iterable<Node>,
  { proven, others, parentOf }: Redemptions,
): readonly Node[] | undefined {
  const loginOf = (answer: Node): Node => requestAbove(answer, parentOf);
  const isOneLogin = (all: readonly Node[]): boolean => new Set(all.map(loginOf)).size < 2;
  let left = [...answers].filter((answer) => mayPrecede(answer, node));
  if (isOneLogin(left)) return left;
  const requests = new Set(proven);
  const redeemed = new Set<Node>();
  for (const other of others) {
    const issue = isEarlier(other, node) && !asksAgain(other) ? parentOf(other) : undefined;
    if (issue !== undefined) redeemed.add(loginOf(issue));
  }
  const isProven = (request: Node | undefined): boolean => request !== undefined && requests.has(request);
  const tests: readonly ((answer: Node) => boolean)[] = [
    (answer) => isProven(loginOf(answer)) || isProven(parentOf(loginOf(answer))),
    (answer) => isRedeemedFrom(answer, node),
    ({ tab }) => tab === node.tab,
    ({ startedAt }) => startedAt <= node.startedAt && node.startedAt - startedAt <= visit,
    (answer) => waits(answer, node),
    (answer) => !redeemed.has(loginOf(answer)),
  ];
  for (const test of tests) {
    const passed = left.filter(test);
    if (passed.length > 0) left = passed;
    if (isOneLogin(left)) return left;
  }
  return undefined;
}

/** The request that an answer belongs to, or the first sight of the answer. */
function requestAbove(answer: Node, parentOf: Redemptions['parentOf']): Node {
  let found = answer;
  while (found.message.kind === 'authorization_response') {
    const above = parentOf(found);
    if (above === undefined) break;
    found = above;
  }
  return found;
}

/** A server redeems the code while the browser waits for its callback. */
function waits({ message }: Node, node: Node): boolean {
  const { kind, exchange } = message;
  return (
    kind === 'authorization_response' &&
    message.phase === 'landing' &&
    exchange.startedAt <= node.startedAt &&
    node.startedAt <= (exchange.respondedAt ?? exchange.endedAt ?? Infinity)
  );
}

/** The code is not spent by a request that is sent again. */
function asksAgain({ message }: Node): boolean {
  return message.kind === 'token_request' && isExpectedAnswer(message.error, undefined);
}
