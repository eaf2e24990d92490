/** A value of one name among others of the same message. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
  /** What to call a value whose name no table knows: `parameter`, `member`, `claim`, `header`. */
  readonly unknownCategory: string;
  /** The value of another name in the same message, e.g. `code_challenge_method` beside `code_challenge`. */
  readonly beside: (name: string) => string | undefined;
  readonly depth: number;
}

/** What the parts of the redactor need from one another, so that each format stands in its own file. */
export interface Redaction {
  /**
   * Hides a value and remembers it, so that it is hidden wherever else it occurs. `listed` says that a table calls
   * the value secret; others are secret only for want of a rule and are not looked for when they are everyday words.
   */
  hide(value: string, category: string, listed: boolean, identity?: string): string;
  /** Whether exchanges are read only to learn their secrets, and nothing is written. */
  isLearning(): boolean;
  /** Remembers a value that stands inside something that is hidden whole. */
  remember(value: string, category: string, listed: boolean): void;
  /** A value that is shown on purpose, such as a client_id; it is remembered, so that free text may quote it. */
  keep(value: string, category: string): string;
  /** How a client_secret relates to a longer or shorter one in the same traffic, as a note. */
  pieceOf(secret: string): 'cut off' | 'padded' | undefined;
  /** Remembers a refresh token that a server issued. */
  issued(token: string): void;
  /** What befell one of those tokens before it was sent as this one, as a note. */
  alterationOf(token: string): string | undefined;
  /** Whether the user chose to keep the values of this name. */
  keepsName(name: string): boolean;
  /** Whether ids by which a server's log knows a request are to go, too. */
  readonly hidesTraceIds: boolean;
  /** Whether a value is shown on purpose somewhere. */
  isKept(value: string): boolean;
  /** Replaces what is known to be secret, in every encoding, and hides `text` whole when that is not possible. */
  known(text: string): string;
  value(named: NamedValue): string;
  url(url: string, depth: number): string;
  text(text: string): string;
  json(text: string, unknownCategory: string, depth: number): string | undefined;
  parameters(text: string, unknownCategory: string, depth: number): string;
}

/** How deep values inside values are followed; deeper ones are hidden whole. */
export const deepest = 16;

/** A name of a parameter, member or cookie, or its placeholder when the name itself carries something. */
export function redactName(name: string, redaction: Redaction, opaque: (word: string) => boolean): string {
  const looksLikeName = /^[A-Za-z_$@:.][\w.:$@#\-[\]]{0,63}$/.test(name) && !opaque(name) && !/.@/.test(name);
  return looksLikeName && redaction.known(name) === name ? name : redaction.hide(name, 'field_name', false);
}
