import { placeDeeperThan } from '../http/json-depth.ts';
import { looksOpaque } from './opaque.ts';
import { isForeign, treatmentOf } from './name-policy.ts';
import { deepest, redactName, type Redaction } from './redaction.ts';

/** JSON that nests deeper is hidden whole, since the platform's own functions recurse. */
const deepestJson = 500;

interface Scope {
  readonly redaction: Redaction;
  readonly unknownCategory: string;
}

/**
 * JSON text with every member redacted by its own name; array items go by the name of the array. Undefined when the
 * text is not JSON. Text that redaction does not change comes back byte for byte, unless it holds more than its value
 * says (a repeated member shadows an earlier one).
 */
export function redactJson(
  text: string,
  unknownCategory: string,
  redaction: Redaction,
  depth: number,
): string | undefined {
  const value = parse(text);
  if (value === undefined) return undefined;
  const shown = write(value.value, '', () => undefined, { redaction, unknownCategory }, depth);
  return shown === JSON.stringify(value.value) && saysNoMore(text, value.value) ? text : shown;
}

/** Writes text and no objects, so that a member called `__proto__` is only a name. */
function write(
  value: unknown,
  name: string,
  beside: (name: string) => string | undefined,
  scope: Scope,
  depth: number,
): string {
  if (typeof value === 'string') return JSON.stringify(writeString(value, name, beside, scope, depth));
  if (typeof value === 'number') return writeNumber(value, name, scope);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (depth > deepest) return JSON.stringify(scope.redaction.hide(JSON.stringify(value), 'nested', false));
  if (Array.isArray(value))
    return `[${value.map((item) => write(item, name, beside, scope, depth + 1)).join(',')}]`;
  const members = new Map<string, unknown>(Object.entries(value));
  const sibling = (other: string): string | undefined => {
    const found = members.get(other);
    return typeof found === 'string' ? found : undefined;
  };
  const written = [...members].map(([key, member]) => {
    const shownKey = redactName(key, scope.redaction, looksOpaque);
    return `${JSON.stringify(shownKey)}:${write(member, key, sibling, scope, depth + 1)}`;
  });
  return `{${written.join(',')}}`;
}

function writeString(
  value: string,
  name: string,
  beside: (name: string) => string | undefined,
  scope: Scope,
  depth: number,
): string {
  const { redaction, unknownCategory } = scope;
  // `code` is also what many servers call their error code, which a reader needs.
  if (name === 'code' && isErrorCode(value) && ofFailure.some((each) => beside(each) !== undefined))
    return redaction.known(value);
  return redaction.value({ name, value, unknownCategory, beside, depth });
}

/** A number is kept under the names whose values are kept; HTTP-like error codes always. */
function writeNumber(value: number, name: string, scope: Scope): string {
  const treatment = treatmentOf(name, scope.unknownCategory);
  if (isForeign(name, String(value)))
    return JSON.stringify(scope.redaction.hide(String(value), scope.unknownCategory, false));
  if (treatment.how !== 'hide' && treatment.how !== 'jwt') return JSON.stringify(value);
  if (scope.redaction.keepsName(name)) return JSON.stringify(value);
  if (name === 'code' && Number.isInteger(value) && Math.abs(value) < 1000) return JSON.stringify(value);
  return JSON.stringify(scope.redaction.hide(String(value), treatment.category, false));
}

function saysNoMore(text: string, value: unknown): boolean {
  return text === JSON.stringify(value) || text === JSON.stringify(value, null, 2);
}

/** Members beside which a `code` is that of an error, and no authorization code or one-time password. */
const ofFailure = [
  'error',
  'message',
  'error_description',
  'errorMessage',
  'description',
  'detail',
  'name',
] as const;

function isErrorCode(value: string): boolean {
  return /^(?:[a-z]+(?:_[a-z]+)+|[A-Z]{1,10}[-_]?\d{1,8})$/.test(value);
}

function parse(text: string): { readonly value: unknown } | undefined {
  if (placeDeeperThan(deepestJson, text) !== undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return undefined;
  }
}
