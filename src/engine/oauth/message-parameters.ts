import type { Evidence, EvidencePart } from '../http/evidence.ts';
import type { JsonObject } from '../http/json.ts';
import type { Parameter } from '../http/parameters.ts';

/** A parameter and where it stood. */
export interface PlacedParameter extends Parameter {
  readonly at: Evidence;
}

/** The parameters of a message from all places it may carry them, in order of precedence. */
export interface MessageParameters {
  readonly list: readonly PlacedParameter[];
  /** First value; an empty value counts as omitted (RFC 6749 §3.1). */
  get(name: string): string | undefined;
  find(name: string): PlacedParameter | undefined;
}

/** Marks parameters with the part of the exchange they came from. */
export function placed(
  exchange: string,
  part: EvidencePart,
  parameters: readonly Parameter[],
): readonly PlacedParameter[] {
  return parameters.map((parameter) => ({ ...parameter, at: { exchange, part, name: parameter.name } }));
}

/** The string and number members of a JSON body as parameters; a JSON string is not decoded again. */
export function placedMembers(
  exchange: string,
  part: EvidencePart,
  object: JsonObject | undefined,
): readonly PlacedParameter[] {
  return Object.entries(object ?? {}).flatMap(([name, value]) => {
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    const text = String(value);
    return [{ name, value: text, raw: text, malformed: false, at: { exchange, part, name } }];
  });
}

/** Joins placed parameters, the first of a name winning. */
export function messageParameters(...sources: readonly (readonly PlacedParameter[])[]): MessageParameters {
  const list = sources.flat();
  const first = new Map<string, PlacedParameter>();
  for (const parameter of list) {
    if (!first.has(parameter.name) && parameter.value !== '') first.set(parameter.name, parameter);
  }
  return {
    list,
    get: (name) => first.get(name)?.value,
    find: (name) => first.get(name),
  };
}
