import { isJsonObject, type JsonObject } from '../http/json.ts';
import { problemAt, type Problem } from '../http/problem.ts';

/**
 * Reads members of untrusted JSON. The first member that is not as expected becomes the `problem`; from then on the
 * readers return stand-ins, so that a caller asks once, at the end, whether all was well.
 */
export interface TraceChecks {
  problem(): Problem | undefined;
  refuse(place: string, reason: string): void;
  object(value: unknown, place: string): JsonObject;
  list(value: unknown, place: string, most: number): readonly unknown[];
  text(value: unknown, place: string, most: number): string;
  optionalText(value: unknown, place: string, most: number): string | undefined;
  integer(value: unknown, place: string): number;
  /** A number between 0 and `most`. */
  number(value: unknown, place: string, most: number): number;
  flag(value: unknown, place: string): boolean;
  /** One of the allowed words. */
  word<T extends string>(value: unknown, place: string, allowed: readonly [T, ...T[]]): T;
}

/** Makes the checks for one file. */
export function createTraceChecks(file: string): TraceChecks {
  let first: Problem | undefined;

  function refuse(place: string, reason: string): void {
    first ??= problemAt(file, place, reason);
  }

  function text(value: unknown, place: string, most: number): string {
    if (typeof value !== 'string') refuse(place, `Expected a text, found ${nameOf(value)}.`);
    else if (value.length > most)
      refuse(place, `The text has ${value.length} characters; ${most} are allowed.`);
    else return value;
    return '';
  }

  function number(value: unknown, place: string, most: number): number {
    if (typeof value === 'number' && value >= 0 && value <= most) return value;
    refuse(
      place,
      typeof value === 'number'
        ? 'The number is out of range.'
        : `Expected a number, found ${nameOf(value)}.`,
    );
    return 0;
  }

  return {
    problem: () => first,
    refuse,
    text,
    number,
    object(value, place) {
      if (isJsonObject(value)) return value;
      refuse(place, `Expected an object, found ${nameOf(value)}.`);
      return {};
    },
    list(value, place, most) {
      const items: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
      if (items === undefined) refuse(place, `Expected a list, found ${nameOf(value)}.`);
      else if (items.length > most) refuse(place, `The list has ${items.length} items; ${most} are allowed.`);
      return items === undefined || items.length > most ? [] : items;
    },
    optionalText: (value, place, most) => (value === undefined ? undefined : text(value, place, most)),
    integer(value, place) {
      const read = number(value, place, Number.MAX_SAFE_INTEGER);
      if (!Number.isInteger(read)) refuse(place, 'Expected a whole number.');
      return read;
    },
    flag(value, place) {
      if (typeof value === 'boolean') return value;
      refuse(place, `Expected true or false, found ${nameOf(value)}.`);
      return false;
    },
    word(value, place, allowed) {
      const found = allowed.find((each) => each === value);
      if (found === undefined)
        refuse(place, `Expected one of ${allowed.map((each) => `"${each}"`).join(', ')}.`);
      return found ?? allowed[0];
    },
  };
}

function nameOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
