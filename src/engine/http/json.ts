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

/** The array itself, or an empty one for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The string, or undefined for anything else. */
export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The finite number, or undefined for anything else. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** What `JSON.parse` says, as a value; the text may start with a byte order mark. */
export function parseJson(
  text: string,
): { readonly value: unknown } | { readonly failedAt: number; readonly truncated: boolean } {
  const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    const value: unknown = JSON.parse(json);
    return { value };
  } catch (error) {
    return locate(json, error instanceof Error ? error.message : '');
  }
}

/** Engines word the position differently; none of them gives it as a field. */
function locate(json: string, message: string): { failedAt: number; truncated: boolean } {
  const end = json.trimEnd().length;
  const position = /position (\d+)/.exec(message)?.[1];
  const lineColumn = /line (\d+) column (\d+)/.exec(message);
  const truncated = /unexpected end|unterminated|end of data/i.test(message);
  if (truncated) return { failedAt: end, truncated };
  if (position !== undefined) return { failedAt: Number(position), truncated: Number(position) >= end };
  if (lineColumn === null) return { failedAt: end, truncated };
  let offset = 0;
  for (let line = 1; line < Number(lineColumn[1]); line += 1) offset = json.indexOf('\n', offset) + 1;
  return { failedAt: offset + Number(lineColumn[2]) - 1, truncated };
}

/** `line L, column C`, both from 1. */
export function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1;
  return `line ${line}, column ${offset - lastBreak}`;
}
