import type { Reading } from '../http/reading.ts';

/** The access token of an Authorization header (RFC 6750 §2.1, RFC 9449 §7.1), also one that redaction replaced. */
export function bearerToken(reading: Reading): string | undefined {
  const header = reading.requestHeader('authorization');
  return /^(?:bearer|dpop) +((?:‹[^›]*›|[^\s‹])+)$/i.exec(header ?? '')?.[1];
}
