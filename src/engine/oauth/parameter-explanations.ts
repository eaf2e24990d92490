import { claimExplanations } from './claim-explanations.ts';
import { answerExplanations } from './answer-explanations.ts';
import { means, type Explanation } from './explanation.ts';
import { rareExplanationOf } from './rare-explanations.ts';
import { headerExplanations } from './header-explanations.ts';
import { oidcCore, rfc } from './source.ts';

const microsoft = {
  title: 'Microsoft identity platform',
  url: 'https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow',
};
const google = {
  title: 'Google: OAuth for web servers',
  url: 'https://developers.google.com/identity/protocols/oauth2/web-server',
};
const auth0 = {
  title: 'Auth0: Authentication API',
  url: 'https://auth0.com/docs/api/authentication',
};
const multipleResponseTypes = {
  title: 'OAuth 2.0 Multiple Response Types',
  url: 'https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html',
};
const logout = {
  title: 'OpenID Connect RP-Initiated Logout §2',
  url: 'https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout',
};
const authRequest = oidcCore('3.1.2.1', 'AuthRequest');

/** Parameters of requests by name. */
const requestExplanations: Readonly<Record<string, Explanation>> = {
  client_id: means('Names the app at the authorization server that registered it.', rfc(6749, '2.2')),
  client_secret: means(
    'The password of the app; it belongs on a server, never in a browser.',
    rfc(6749, '2.3.1'),
  ),
  redirect_uri: means(
    'Where the browser is sent back to; it must be registered, and the token request must repeat it character for character.',
    rfc(6749, '3.1.2'),
  ),
  response_type: means(
    'What the app wants back from the login; “code” is the right answer today.',
    rfc(6749, '3.1.1'),
  ),
  response_mode: means(
    'How the result travels back: in the query, in the fragment or as a posted form.',
    multipleResponseTypes,
  ),
  scope: means(
    'What the app asks to be allowed; “openid” asks for a login, “offline_access” for a refresh token.',
    rfc(6749, '3.3'),
  ),
  state: means(
    'A one-time value that must come back unchanged; it ties the answer to this browser and stops forged answers.',
    rfc(6749, '10.12'),
  ),
  nonce: means(
    'A one-time value that must come back inside the ID token; it stops a replayed token.',
    authRequest,
  ),
  code: means(
    'The one-time proof of the login; it is redeemed for tokens once, soon, by the same client.',
    rfc(6749, '4.1.2'),
  ),
  code_challenge: means(
    'The hash of a secret that the token request must show; only who started the login can redeem the code.',
    rfc(7636, '4.3'),
  ),
  code_challenge_method: means('How the challenge was made; “S256” is the safe one.', rfc(7636, '4.3')),
  code_verifier: means(
    'The secret behind the code_challenge; its hash must equal what the authorization request sent.',
    rfc(7636, '4.5'),
  ),
  grant_type: means(
    'What the app trades for tokens: a code, a refresh token, its own credentials or an assertion.',
    rfc(6749, '4.1.3'),
  ),
  prompt: means(
    'Whether the server may or must show something; “none” means a silent check that fails when the user must act.',
    authRequest,
  ),
  max_age: means(
    'The oldest login that is good enough, in seconds; older ones must log in again.',
    authRequest,
  ),
  login_hint: means('Who is expected to log in, so that the server can fill in the name.', authRequest),
  id_token_hint: means('An earlier ID token that says who is meant.', authRequest),
  acr_values: means('Which strength of login the app asks for, in order of preference.', authRequest),
  ui_locales: means('The languages the login page should use.', authRequest),
  display: means('The kind of page the server should show.', authRequest),
  claims: means('Asks for single claims in the ID token or at UserInfo.', oidcCore('5.5', 'ClaimsParameter')),
  request: means(
    'The whole request as a signed token; what stands outside of it does not count.',
    rfc(9101, '5'),
  ),
  request_uri: means(
    'A reference to a request that was handed over before; it is short-lived and good once.',
    rfc(9126, '2.2'),
  ),
  resource: means('The API that the token is for.', rfc(8707, '2')),
  audience: means('The API that the token is for, as some servers call it.', auth0),
  authorization_details: means('What the app asks to be allowed, in detail.', rfc(9396, '2')),
  dpop_jkt: means('The key that the code will be bound to.', rfc(9449, '10')),
  refresh_token: means(
    'Trades for new tokens without the user; many servers replace it each time and refuse the old one.',
    rfc(6749, '6'),
  ),
  username: means(
    'The user’s name, given to the app itself: a grant that should no longer be used.',
    rfc(6749, '4.3.2'),
  ),
  password: means(
    'The user’s password, given to the app itself: a grant that should no longer be used.',
    rfc(6749, '4.3.2'),
  ),
  client_assertion: means(
    'A token signed by the app that proves who it is, in place of a secret.',
    rfc(7523, '2.2'),
  ),
  client_assertion_type: means('Says what kind of proof client_assertion is.', rfc(7523, '2.2')),
  assertion: means('A token of another party that is traded for an access token.', rfc(7523, '2.1')),
  device_code: means(
    'The device’s half of a device login; it is asked about until the user is done.',
    rfc(8628, '3.4'),
  ),
  user_code: means('What the user types in on another screen.', rfc(8628, '3.2')),
  subject_token: means('The token to be exchanged: it says on whose behalf.', rfc(8693, '2.1')),
  subject_token_type: means('What kind of token subject_token is.', rfc(8693, '2.1')),
  actor_token: means('Who acts on behalf of the subject.', rfc(8693, '2.1')),
  requested_token_type: means('What kind of token is asked for.', rfc(8693, '2.1')),
  token: means('The token that is revoked or asked about.', rfc(7009, '2.1')),
  token_type_hint: means('What kind of token it is, to save the server a search.', rfc(7009, '2.1')),
  post_logout_redirect_uri: means(
    'Where the browser is sent after the logout; it must be registered.',
    logout,
  ),
  iss: means(
    'Which server answers; it must be the one that was asked, else answers of two servers are mixed up.',
    rfc(9207, '2'),
  ),
  session_state: means('Lets the app notice that the user logged out at the server.', {
    title: 'OpenID Connect Session Management §3',
    url: 'https://openid.net/specs/openid-connect-session-1_0.html#CreatingUpdatingSessions',
  }),
  access_type: means('Google’s way to ask for a refresh token: “offline”.', google),
  include_granted_scopes: means('Google: adds what the user allowed before.', google),
  hd: means('Google: the domain that the user must belong to.', google),
  domain_hint: means('Entra: the organisation whose login page is meant.', microsoft),
  client_info: means('Entra: asks for, or carries, who logged in for the library’s cache.', microsoft),
  connection: means('Auth0: the identity provider to go to, without asking.', auth0),
  organization: means('Auth0: the organisation to log in to.', auth0),
  screen_hint: means('Which page to show first, such as the sign-up page.', auth0),
};

const headerParts: ReadonlySet<string> = new Set(['request_header', 'response_header']);

/** What a name means where it stands; undefined for names that no table has. */
export function explanationOf(name: string, part: string): Explanation | undefined {
  if (headerParts.has(part)) return rowOf(headerExplanations, name.toLowerCase());
  const [first, second] =
    part === 'response_json'
      ? [answerExplanations, claimExplanations]
      : [requestExplanations, answerExplanations];
  return rowOf(first, name) ?? rowOf(second, name) ?? rareExplanationOf(name);
}

/** What a claim of a token means. */
export function claimExplanationOf(name: string): Explanation | undefined {
  return rowOf(claimExplanations, name) ?? rareExplanationOf(name);
}

/** Names come off the wire, so `constructor` must not find anything. */
function rowOf(table: Readonly<Record<string, Explanation>>, name: string): Explanation | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
