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

const none: readonly PlacedParameter[] = [];
/** Every reader looks at the same lists; each is marked once. */
const marked = new WeakMap<readonly Parameter[], readonly PlacedParameter[]>();

/** Marks parameters with the part of the exchange they came from; a list always comes from the same part. */
export function placed(
  exchange: string,
  part: EvidencePart,
  parameters: readonly Parameter[],
): readonly PlacedParameter[] {
  if (parameters.length === 0) return none;
  const known = marked.get(parameters);
  if (known !== undefined) return known;
  const list = parameters.map((parameter) => ({
    ...parameter,
    at: { exchange, part, name: parameter.name },
  }));
  marked.set(parameters, list);
  return list;
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

/** Joins placed parameters, the first of a name winning. Lists are short, so that looking through them is cheapest. */
export function messageParameters(...sources: readonly (readonly PlacedParameter[])[]): MessageParameters {
  const filled = sources.filter((source) => source.length > 0);
  const list = filled.length === 1 && filled[0] !== undefined ? filled[0] : filled.flat();
  const find = (name: string): PlacedParameter | undefined =>
    list.find((parameter) => parameter.name === name && parameter.value !== '');
  return { list, find, get: (name) => find(name)?.value };
}
