const exact = /^‹[a-z0-9_]{1,40}·[0-9a-f]{4,16}(?:-[0-9a-f]{4})?·\d{1,9} chars(?:, [a-z_ ]{1,24})?›$/;
/** Finds placeholders inside a longer text; global, for `split` and `replaceAll` only. */
export const placeholders =
  /(‹[a-z0-9_]{1,40}·[0-9a-f]{4,16}(?:-[0-9a-f]{4})?·\d{1,9} chars(?:, [a-z_ ]{1,24})?›)/g;

/**
 * `‹code·a3f9-7c1e·43 chars›`: what the value was, a tag that is equal for equal values of one export, the mark of that
 * export, and how long the value was.
 */
export function placeholder(category: string, tag: string, length: number): string {
  return `‹${category}·${tag}·${length} chars›`;
}

/** The same placeholder with a note on the value's own fault: `‹client_secret·a3f9-7c1e·43 chars, in quotes›`. */
export function withNote(shown: string, note: string): string {
  return shown.replace(/›(?=\s*$)/, `, ${note}›`);
}

/** Asks for text that is one placeholder and nothing else. */
export function isPlaceholder(text: string): boolean {
  return text.startsWith('‹') && exact.test(text);
}
