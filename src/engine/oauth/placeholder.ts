/** A secret that redaction replaced: the same secret has the same tag within one export. */
export interface Placeholder {
  readonly label: string;
  /** The mark of the export included: equal tags are of one secret, whatever the files. */
  readonly tag: string;
  /** What was wrong with the value itself, in a word or two; undefined when nothing was. */
  readonly note: string | undefined;
}

/** Reads `‹code·a3f9-7c1e·43 chars›` and `‹client_secret·a3f9-7c1e·43 chars, in quotes›`; undefined for a plain value. */
export function parsePlaceholder(value: string): Placeholder | undefined {
  const match = /^‹([^·›]+)·([^·›]+)(?:·([^›]*))?›$/.exec(value);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return { label: match[1], tag: match[2], note: match[3]?.split(', ')[1] };
}

/**
 * Whether two placeholders stand for one secret; undefined when two exports made them: each has a key of its own, so
 * that one secret has two tags.
 */
export function sameSecret(one: Placeholder, other: Placeholder): boolean | undefined {
  if (one.tag === other.tag) return true;
  return exportOf(one) === exportOf(other) ? false : undefined;
}

function exportOf({ tag }: Placeholder): string | undefined {
  return tag.split('-')[1];
}

/** Whether two values are equal; undefined when only one of them was redacted, or a part of one, or in two exports. */
export function sameValue(one: string, other: string): boolean | undefined {
  if (one === other) return true;
  const [a, b] = [parsePlaceholder(one), parsePlaceholder(other)];
  if (a !== undefined && b !== undefined) return sameSecret(a, b);
  return isHidden(one) || isHidden(other) ? undefined : false;
}

/** True for a value that redaction replaced, whole or in part. */
export function isHidden(value: string): boolean {
  return value.includes('‹');
}

/** How many characters a value has, or had before it was redacted. */
export function lengthOf(value: string): number {
  const shown = parsePlaceholder(value) === undefined ? undefined : /·(\d+) chars/.exec(value)?.[1];
  return shown === undefined ? value.length : Number(shown);
}
