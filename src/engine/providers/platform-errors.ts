/** Texts by which servers say that a code was redeemed from the wrong kind of place, a page or a server. */
export const platformErrors: readonly RegExp[] = [
  /\bAADSTS900232[567](?!\d)/,
  /Browser requests to the token endpoint must use Proof Key/,
  /Browser requests to the token endpoint may only use the authorization_code grant_type/,
  /may only use the authorization_code grant_type/,
];
