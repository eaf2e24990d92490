import type { JsonObject } from '../../engine/http/json.ts';
import type { Token } from './tokens-of.ts';

/** One thing that two tokens say, side by side. */
export interface TokenDifference {
  readonly part: 'token' | 'header' | 'claims';
  readonly name: string;
  /** Undefined: this token has no such member. */
  readonly one: unknown;
  readonly other: unknown;
  readonly isSame: boolean;
}

/** Everything that one of two tokens says, what differs first. */
export function tokenDifferences(one: Token, other: Token): readonly TokenDifference[] {
  const rows = [
    row('token', 'name', one.name, other.name),
    row('token', 'kind', one.shape, other.shape),
    row('token', 'value', one.value, other.value),
    ...members('header', one.header, other.header),
    ...members('claims', one.claims, other.claims),
  ];
  return rows.toSorted((a, b) => Number(a.isSame) - Number(b.isSame));
}

function members(
  part: TokenDifference['part'],
  one: JsonObject | undefined,
  other: JsonObject | undefined,
): readonly TokenDifference[] {
  const names = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  return [...names].map((name) => row(part, name, one?.[name], other?.[name]));
}

function row(part: TokenDifference['part'], name: string, one: unknown, other: unknown): TokenDifference {
  // Lists and objects are equal when they are written alike.
  return { part, name, one, other, isSame: JSON.stringify(one) === JSON.stringify(other) };
}
