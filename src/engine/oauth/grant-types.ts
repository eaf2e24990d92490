// Values of grant_type: RFC 6749, RFC 7522, RFC 7523, RFC 8628, RFC 8693, CIBA.

import { means, type Explanation } from './explanation.ts';
import { rfc } from './source.ts';

/** A registered grant and the parameters that its token request must have. */
export interface GrantType {
  readonly name: string;
  readonly requires: readonly string[];
  readonly explanation: Explanation;
}

/** Every registered grant. */
const grantTypes: readonly GrantType[] = [
  {
    name: 'authorization_code',
    requires: ['code'],
    explanation: means('Trades the code of a login for tokens.', rfc(6749, '4.1.3')),
  },
  {
    name: 'refresh_token',
    requires: ['refresh_token'],
    explanation: means('Trades a refresh token for new tokens, without the user.', rfc(6749, '6')),
  },
  {
    name: 'client_credentials',
    requires: [],
    explanation: means('Gives the app a token of its own, without a user.', rfc(6749, '4.4')),
  },
  {
    name: 'password',
    requires: ['username', 'password'],
    explanation: means(
      'Trades the user’s name and password for tokens; it is not to be used any more.',
      rfc(9700, '2.4'),
    ),
  },
  {
    name: 'urn:ietf:params:oauth:grant-type:device_code',
    requires: ['device_code'],
    explanation: means('Asks whether the user has finished on the other screen.', rfc(8628, '3.4')),
  },
  {
    name: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requires: ['assertion'],
    explanation: means('Trades a signed token about somebody for an access token.', rfc(7523, '2.1')),
  },
  {
    name: 'urn:ietf:params:oauth:grant-type:saml2-bearer',
    requires: ['assertion'],
    explanation: means('Trades a SAML assertion for an access token.', rfc(7522, '2.1')),
  },
  {
    name: 'urn:ietf:params:oauth:grant-type:token-exchange',
    requires: ['subject_token', 'subject_token_type'],
    explanation: means('Trades one token for another, such as one for the next API.', rfc(8693, '2.1')),
  },
  {
    name: 'urn:openid:params:grant-type:ciba',
    requires: ['auth_req_id'],
    explanation: means('Asks whether the user has confirmed on the other device.', {
      title: 'OpenID Connect CIBA §10.1',
      url: 'https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html',
    }),
  },
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
