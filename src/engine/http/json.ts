/** A JSON object whose members are not yet known. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads JSON text as an object; undefined for anything else, since captured text may hold anything. */
export function parseJsonObject(text: string): JsonObject | undefined {
  const start = text.trimStart();
  if (!start.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(start);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** True for a JSON object, false for arrays and null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that is a non-empty string. */
export function stringMember(object: JsonObject | undefined, name: string): string | undefined {
  const value = object?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A member that is a finite number, or a string that spells one (several servers send `"3600"`). */
export function numberMember(object: JsonObject | undefined, name: string): number | undefined {
  const value = object?.[name];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A member that is an array of strings; others in it are left out. */
export function stringsMember(object: JsonObject | undefined, name: string): readonly string[] | undefined {
  const value = object?.[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}
