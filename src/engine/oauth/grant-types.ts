// Values of grant_type: RFC 6749, RFC 7522, RFC 7523, RFC 8628, RFC 8693, CIBA.

/** A registered grant and the parameters that its token request must have. */
export interface GrantType {
  readonly name: string;
  readonly requires: readonly string[];
}

/** Every registered grant. */
const grantTypes: readonly GrantType[] = [
  { name: 'authorization_code', requires: ['code'] },
  { name: 'refresh_token', requires: ['refresh_token'] },
  { name: 'client_credentials', requires: [] },
  { name: 'password', requires: ['username', 'password'] },
  { name: 'urn:ietf:params:oauth:grant-type:device_code', requires: ['device_code'] },
  { name: 'urn:ietf:params:oauth:grant-type:jwt-bearer', requires: ['assertion'] },
  { name: 'urn:ietf:params:oauth:grant-type:saml2-bearer', requires: ['assertion'] },
  {
    name: 'urn:ietf:params:oauth:grant-type:token-exchange',
    requires: ['subject_token', 'subject_token_type'],
  },
  { name: 'urn:openid:params:grant-type:ciba', requires: ['auth_req_id'] },
];

/** The grant of this name. */
export function grantTypeNamed(name: string): GrantType | undefined {
  return grantTypes.find((grant) => grant.name === name);
}

/** The registered grant that a misspelt or shortened name most likely means. */
export function grantTypeMeant(name: string): string | undefined {
  const letters = lettersOf(name);
  if (letters.length < 4) return undefined;
  return grantTypes.find((grant) => {
    const known = lettersOf(grant.name);
    return known.startsWith(letters) || known.endsWith(letters) || letters.startsWith(known);
  })?.name;
}

function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
