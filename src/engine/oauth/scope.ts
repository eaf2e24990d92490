/** The words of a scope value (RFC 6749 §3.3). */
export function scopeWords(scope: string | undefined): readonly string[] {
  return (scope ?? '').split(/\s+/).filter((word) => word !== '');
}

/** Servers write a scope with or without the API it belongs to. */
export function scopeName(word: string): string {
  return word.slice(word.replace(/\/+$/, '').lastIndexOf('/') + 1);
}
