import { means, type Explanation } from './explanation.ts';
import { oidcCore, rfc, type Source } from './source.ts';

const idToken = oidcCore('2', 'IDToken');
const standardClaims = oidcCore('5.1', 'StandardClaims');
const hybrid = oidcCore('3.3.2.11', 'HybridIDToken');
const entraClaims: Source = {
  title: 'Microsoft: ID token claims',
  url: 'https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference',
};

/** Claims of tokens and of UserInfo by name. */
export const claimExplanations: Readonly<Record<string, Explanation>> = {
  iss: means('Who made the token; it must be the server that was asked.', rfc(7519, '4.1.1')),
  sub: means('Who the user is, unique at this server and never reused.', rfc(7519, '4.1.2')),
  aud: means(
    'Who the token is for: the client_id in an ID token, the API in an access token.',
    rfc(7519, '4.1.3'),
  ),
  exp: means('When the token stops being valid.', rfc(7519, '4.1.4')),
  nbf: means('From when on the token is valid.', rfc(7519, '4.1.5')),
  iat: means('When the token was made.', rfc(7519, '4.1.6')),
  jti: means('The token’s own number.', rfc(7519, '4.1.7')),
  azp: means('The client that the token was made for.', idToken),
  nonce: means('Must be what the authorization request sent.', idToken),
  auth_time: means('When the user last really logged in.', idToken),
  acr: means('How strong the login was.', idToken),
  amr: means('What the user showed: a password, a one-time code, a key.', idToken),
  at_hash: means('Ties the access token to this ID token.', hybrid),
  c_hash: means('Ties the code to this ID token.', hybrid),
  s_hash: means('Ties the state to this ID token.', {
    title: 'FAPI 1.0 Advanced §5.1',
    url: 'https://openid.net/specs/openid-financial-api-part-2-1_0.html#id-token-as-detached-signature',
  }),
  sid: means('The session at the server, for logout.', {
    title: 'OpenID Connect Front-Channel Logout §3',
    url: 'https://openid.net/specs/openid-connect-frontchannel-1_0.html',
  }),
  scp: means('What the token allows.', entraClaims),
  scope: means('What the token allows.', rfc(9068, '2.2.3')),
  client_id: means('The client that got the token.', rfc(9068, '2.2')),
  tid: means('Entra: the tenant the user belongs to.', entraClaims),
  oid: means('Entra: the user’s id within the tenant.', entraClaims),
  roles: means('The roles the user has in the app.', entraClaims),
  groups: means('The groups the user is in.', entraClaims),
  ver: means('Entra: the version of the endpoint that made the token.', entraClaims),
  cnf: means('The key that the token is bound to.', rfc(7800, '3.1')),
  act: means('Who acts on behalf of the user.', rfc(8693, '4.1')),
  name: means('The user’s full name.', standardClaims),
  given_name: means('The user’s first name.', standardClaims),
  family_name: means('The user’s last name.', standardClaims),
  preferred_username: means('The name the user goes by; it may change, so it is no key.', standardClaims),
  email: means('The user’s e-mail address; it may change, so it is no key.', standardClaims),
  email_verified: means('Whether the server made sure that the address is the user’s.', standardClaims),
  picture: means('Address of the user’s picture.', standardClaims),
  locale: means('The user’s language.', standardClaims),
  updated_at: means('When these facts last changed.', standardClaims),
  alg: means('How the token is signed.', rfc(7515, '4.1.1')),
  kid: means('Which of the server’s keys signed the token.', rfc(7515, '4.1.4')),
  typ: means('What kind of token this is.', rfc(7515, '4.1.9')),
};
