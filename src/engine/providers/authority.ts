/** Who issued or received a message. */
export interface Authority {
  /** Provider id, 'generic' when recognised by structure only. */
  readonly provider: string;
  /** The provider's name for people. */
  readonly providerName: string;
  /** The tenant as this provider defines it; undefined when it has none or it is not known. */
  readonly tenant: string | undefined;
  readonly issuer: string | undefined;
  readonly host: string;
}
