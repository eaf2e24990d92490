import type { Exchange } from './exchange.ts';

/**
 * The exchanges that stand in two recordings: the same request, word for word, with the same answer. A request that was
 * sent twice has two pairs, in order, and none when the recordings do not agree how often it was sent.
 */
export function pairsOf(
  ones: readonly Exchange[],
  others: readonly Exchange[],
): readonly (readonly [Exchange, Exchange])[] {
  const mine = byRequest(ones);
  return [...byRequest(others)].flatMap(([request, theirs]) => {
    const own = mine.get(request);
    if (own?.length !== theirs.length) return [];
    return own.flatMap((one, index) => {
      const other = theirs[index];
      return other !== undefined && isSameAnswer(one, other) ? [[one, other] as const] : [];
    });
  });
}

function byRequest(exchanges: readonly Exchange[]): ReadonlyMap<string, readonly Exchange[]> {
  const groups = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const { method, url, requestBody } = exchange;
    // No proxy sees fragments.
    const request = `${method} ${url.replace(/#.*/s, '')} ${requestBody?.text ?? ''}`;
    const group = groups.get(request);
    if (group === undefined) groups.set(request, [exchange]);
    else group.push(exchange);
  }
  return groups;
}

/** One party that sends what another has sent already gets an answer of its own. */
function isSameAnswer(one: Exchange, other: Exchange): boolean {
  if (one.source === other.source || one.status !== other.status || one.status === undefined) return false;
  return (
    one.responseBody === undefined ||
    other.responseBody === undefined ||
    one.responseBody.text === other.responseBody.text
  );
}
