/** A secret that redaction replaced: the same secret has the same tag within one file. */
export interface Placeholder {
  readonly label: string;
  readonly tag: string;
}

/** Reads `‹code·a3f9·43 chars›`; undefined for a plain value. */
export function parsePlaceholder(value: string): Placeholder | undefined {
  const match = /^‹([^·›]+)·([^·›]+)(?:·[^›]*)?›$/.exec(value);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { label: match[1], tag: match[2] };
}
