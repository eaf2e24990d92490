/** How many values of one category were hidden, and in how many places. */
export interface ReceiptRow {
  readonly category: string;
  readonly values: number;
  readonly places: number;
}

/** What redaction removed, and what it left on purpose. */
export interface Receipt {
  readonly level: 'strict' | 'keep_user_identifiers';
  /** In order of category. */
  readonly removed: readonly ReceiptRow[];
  /** Kinds of values that stay, for people. */
  readonly kept: readonly string[];
}

/** What stays at the level `strict`. */
export const keptKinds: readonly string[] = [
  'hosts, endpoint paths and tenants',
  'client_id, redirect_uri, scope, issuer, audience',
  'error codes and error texts without personal data',
  'trace and correlation ids',
  'times, lifetimes, status codes, algorithms, key ids',
];
