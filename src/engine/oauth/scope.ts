/** The words of a scope value (RFC 6749 §3.3). */
export function scopeWords(scope: string | undefined): readonly string[] {
  return (scope ?? '').split(/\s+/).filter((word) => word !== '');
}
