/** A secret that redaction replaced: the same secret has the same tag within one file. */
export interface Placeholder {
  readonly label: string;
  readonly tag: string;
  /** What was wrong with the value itself, in a word or two; undefined when nothing was. */
  readonly note: string | undefined;
}

/** Reads `‹code·a3f9·43 chars›` and `‹client_secret·a3f9·43 chars, in quotes›`; undefined for a plain value. */
export function parsePlaceholder(value: string): Placeholder | undefined {
  const match = /^‹([^·›]+)·([^·›]+)(?:·([^›]*))?›$/.exec(value);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return { label: match[1], tag: match[2], note: match[3]?.split(', ')[1] };
}
