import type { CauseId } from '../oauth/causes.ts';
import { oidcCore, rfc, type Source } from '../oauth/source.ts';
import type { clientCauses } from './cause-words-client.ts';
import type { grantCauses } from './cause-words-grant.ts';
import type { CauseWords } from './cause-words.ts';

type OtherCause = Exclude<CauseId, keyof typeof clientCauses | keyof typeof grantCauses>;

const fetchStandard: Source = {
  title: 'Fetch: CORS protocol',
  url: 'https://fetch.spec.whatwg.org/#http-cors-protocol',
};
const authError = oidcCore('3.1.2.6', 'AuthError');
const scopes = 'Compare with the scopes that the server offers and the client may use.';

/** Causes outside client authentication and grants. */
export const otherCauses: Readonly<Record<OtherCause, CauseWords>> = {
  access_denied: {
    sentence: 'The user or a policy of the authorization server said no.',
    fix: 'Nothing to repair if the user declined; otherwise check consent, assignment of the user to the app, and policies at the server.',
    sources: [rfc(6749, '4.1.2.1')],
    decidedBy: 'Look up in the server’s sign-in log who or what said no.',
  },
  login_required: {
    sentence: 'The user is not signed in, and prompt=none forbids asking.',
    fix: 'Start a login that may show a page. If the user is signed in, check that the browser sends the server’s cookies into the hidden frame.',
    sources: [authError],
    decidedBy: 'Open the server’s own page in the same browser and see whether it asks to sign in.',
  },
  consent_required: {
    sentence: 'The user’s consent is missing.',
    fix: 'Start a login that may ask for consent, or let an administrator consent for all.',
    sources: [authError],
    decidedBy: 'Look up at the server what the user has consented to for this client.',
  },
  interaction_required: {
    sentence: 'The user has to do something at the authorization server first.',
    fix: 'Start a login that may show a page, and pass on the claims that the answer asks for.',
    sources: [authError],
    decidedBy: 'Start the login in a page of its own and see what the server asks for.',
  },
  state_mismatch: {
    sentence: 'The state in the answer is not the one of the request.',
    fix: 'Keep one state for each login, and compare it with the state of the same login.',
    sources: [rfc(6749, '10.12')],
    decidedBy: 'Compare the two values.',
  },
  state_lost: {
    sentence: 'The answer is right, and the app no longer remembers the request.',
    fix: 'Start and finish the login in the same browser storage: same origin, same tab where sessionStorage is used; do not reload or bookmark the callback.',
    sources: [rfc(6749, '10.12')],
    decidedBy: 'Look whether the app’s storage still holds the state when the callback runs.',
  },
  nonce_mismatch: {
    sentence: 'The nonce of the ID token is not the one of the request.',
    fix: 'Keep one nonce for each login, and compare it with the nonce of the same login.',
    sources: [oidcCore('3.1.3.7', 'IDTokenValidation')],
    decidedBy: 'Compare the two values.',
  },
  id_token_invalid: {
    sentence: 'The ID token does not pass validation.',
    fix: 'Check the issuer, audience, expiry and key that the client expects against the token.',
    sources: [oidcCore('3.1.3.7', 'IDTokenValidation')],
    decidedBy: 'Compare the token’s claims with the client’s configuration.',
  },
  access_token_invalid: {
    sentence: 'The API does not accept the access token.',
    fix: 'Ask for a token with the audience of this API, from the tenant that the API trusts, and send it before it expires.',
    sources: [rfc(6750, '3.1')],
    decidedBy: 'Compare the token’s aud, iss and exp with what the API expects.',
  },
  insufficient_scope: {
    sentence: 'The access token lacks a scope that the API asks for.',
    fix: 'Ask for the scope in the authorization request and have it granted.',
    sources: [rfc(6750, '3.1')],
    decidedBy: 'Compare the granted scope with the one that the API names.',
  },
  clock_skew: {
    sentence: 'A clock is off, so that something counts as expired or not yet valid.',
    fix: 'Set the clock of the machine by NTP.',
    sources: [rfc(7519, '4.1.4')],
    decidedBy: 'Compare the clock with the Date header of the answers.',
  },
  scope_invalid: {
    sentence: 'A scope is unknown or not allowed for this client.',
    fix: 'Correct the spelling of the scopes (separated by blanks), and allow them in the client’s registration.',
    sources: [rfc(6749, '3.3')],
    decidedBy: scopes,
  },
  scope_reduced: {
    sentence: 'Less was granted than was asked for.',
    fix: 'Allow the missing scopes for this client, or do without them.',
    sources: [rfc(6749, '3.3')],
    decidedBy: scopes,
  },
  resource_invalid: {
    sentence: 'The resource or audience asked for is unknown or not allowed.',
    fix: 'Correct the resource (or audience), and allow it for this client.',
    sources: [rfc(8707, '2')],
    decidedBy: 'Compare with the APIs registered at the authorization server.',
  },
  request_malformed: {
    sentence: 'A parameter of the request is missing, repeated or malformed.',
    fix: 'Correct the parameter that the answer names.',
    sources: [rfc(6749, '5.2')],
    decidedBy: 'Compare the request with the server’s documentation.',
  },
  content_type_wrong: {
    sentence: 'The token request is not form-encoded, and the server reads forms only.',
    fix: 'Send the parameters as application/x-www-form-urlencoded in the body.',
    sources: [rfc(6749, '3.2')],
    decidedBy: 'Send the same request as a form.',
  },
  request_object_invalid: {
    sentence: 'The request object is not acceptable to the server.',
    fix: 'Check its signature, aud, iss, exp, and that its claims agree with the query.',
    sources: [rfc(9101, '6')],
    decidedBy: 'Compare its claims and key with the registration.',
  },
  par_request_uri_invalid: {
    sentence: 'The request_uri is expired, was used already, or belongs to another client.',
    fix: 'Push the request anew for each login and use its request_uri at once.',
    sources: [rfc(9126, '2.2')],
    decidedBy: 'Record the pushed authorization request as well.',
  },
  dpop_invalid: {
    sentence: 'The DPoP proof does not fit the request.',
    fix: 'Check its htm, htu, iat, nonce, ath and that it is signed with the key the token is bound to.',
    sources: [rfc(9449, '4.3')],
    decidedBy: 'Compare the proof’s claims with the request.',
  },
  cors_blocked: {
    sentence:
      'The browser kept the server’s answer from the page: the server does not allow the page’s origin.',
    fix: 'Allow the app’s origin for this client at the authorization server (allowed web origins, or a single-page-app platform).',
    sources: [fetchStandard],
    decidedBy: 'Open the browser’s console: it names CORS when that is the reason.',
  },
  network_failure: {
    sentence: 'No answer arrived.',
    fix: 'Check the address, DNS, certificate, proxy and that the server runs.',
    sources: [{ title: 'Fetch: network error', url: 'https://fetch.spec.whatwg.org/#concept-network-error' }],
    decidedBy: 'Open the address in a tab of its own.',
  },
  server_error: {
    sentence: 'The authorization server failed on its side.',
    fix: 'Try again later; with the trace id of the answer the server’s operator can find the reason.',
    sources: [rfc(6749, '4.1.2.1')],
    decidedBy: 'Look the request up in the authorization server’s log.',
  },
  rate_limited: {
    sentence: 'The authorization server turned the request away because there were too many.',
    fix: 'Wait as long as Retry-After says; look for a loop that logs in or refreshes over and over.',
    sources: [{ title: 'RFC 6585 §4', url: 'https://www.rfc-editor.org/rfc/rfc6585#section-4' }],
    decidedBy: 'Wait as long as Retry-After says, or a minute, and try once.',
  },
  device_code_expired: {
    sentence: 'The device code expired before the user finished.',
    fix: 'Ask for a new device code and show it to the user.',
    sources: [rfc(8628, '3.5')],
    decidedBy: 'Start a new device login and finish it at once.',
  },
  device_denied: {
    sentence: 'The user refused the device.',
    fix: 'Nothing to repair if the user declined; otherwise start again.',
    sources: [rfc(8628, '3.5')],
    decidedBy: 'Start a new device login and agree to it.',
  },
  user_credentials_wrong: {
    sentence: 'The user name or password is wrong, or this grant is blocked for the user.',
    fix: 'Check the credentials; better, use the authorization code grant with PKCE.',
    sources: [rfc(6749, '4.3'), rfc(9700, '2.4')],
    decidedBy: 'Sign in with the same credentials on the server’s own page.',
  },
  other: {
    sentence: 'The authorization server names a reason of its own.',
    fix: 'Look up the server’s words in its documentation or log.',
    sources: [rfc(6749, '5.2')],
    decidedBy: 'Look the request up in the authorization server’s log.',
  },
};
