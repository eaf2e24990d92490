// Issuer identifiers: compared as strings (RFC 9207 §2.4, OpenID Connect Core §3.1.3.7).

/**
 * Whether an issuer is the one that a metadata document names. A template for many tenants (Microsoft's `{tenantid}`)
 * stands for any of them, and Google may leave the scheme out of its tokens.
 */
export function isIssuer(value: string, expected: string): boolean {
  if (value === expected) return true;
  if (expected === 'https://accounts.google.com' && value === 'accounts.google.com') return true;
  const [before, after, ...more] = expected.split(/\{tenant_?id\}/i);
  if (before === undefined || after === undefined || more.length > 0) return false;
  const middle = value.slice(before.length, value.length - after.length);
  return value.startsWith(before) && value.endsWith(after) && /^[\w.-]+$/.test(middle);
}

/** In words how an issuer differs from the expected one, to follow a colon. */
export function issuerDifference(value: string, expected: string): string {
  if (value.replace(/\/$/, '') === expected.replace(/\/$/, ''))
    return value.endsWith('/') ? 'it ends with an extra “/”' : 'its final “/” is missing';
  if (value.replace(/^https?:/, '') === expected.replace(/^https?:/, '')) return 'http and https differ';
  return `it is ${value} instead of ${expected}`;
}
