import type { CauseId } from '../oauth/causes.ts';
import { rfc } from '../oauth/source.ts';
import type { CauseWords } from './cause-words.ts';

type GrantCause = Extract<
  CauseId,
  | `code_${string}`
  | `pkce_${string}`
  | `refresh_${string}`
  | `redirect_${string}`
  | `post_${string}`
  | 'grant_revoked'
  | 'tenant_mismatch'
  | 'issuer_mismatch'
>;

const backEnd = 'Import a recording of the back end’s token request and compare.';
const serverLog = 'Look the request up in the authorization server’s log.';

/** Causes that lie in the code, the token or what they are bound to (RFC 6749 §4.1.3, §6; RFC 7636 §4.6). */
export const grantCauses: Readonly<Record<GrantCause, CauseWords>> = {
  redirect_uri_not_registered: {
    sentence: 'The redirect_uri of the authorization request is not registered for this client.',
    fix: 'Register this redirect_uri, character for character, or send one that is registered.',
    sources: [rfc(6749, '3.1.2.3'), rfc(9700, '4.1.3')],
    decidedBy: 'Compare it with the redirect URIs in the client’s registration.',
  },
  redirect_uri_mismatch_at_token: {
    sentence: 'The token request repeats a different redirect_uri than the authorization request.',
    fix: 'Send the same redirect_uri, character for character, in both requests.',
    sources: [rfc(6749, '4.1.3')],
    decidedBy: backEnd,
  },
  post_logout_redirect_uri_not_registered: {
    sentence: 'The post_logout_redirect_uri is not registered for this client.',
    fix: 'Register it, character for character, among the client’s logout redirect URIs.',
    sources: [
      {
        title: 'OpenID Connect RP-Initiated Logout §3.1',
        url: 'https://openid.net/specs/openid-connect-rpinitiated-1_0.html',
      },
    ],
    decidedBy: 'Compare it with the logout redirect URIs in the client’s registration.',
  },
  code_expired: {
    sentence: 'The authorization code had expired when it was redeemed.',
    fix: 'Redeem the code at once in the callback; look for a slow start, a breakpoint or a page in between. To continue, start the login anew.',
    sources: [rfc(6749, '4.1.2')],
    decidedBy:
      'Compare the code’s age with the code lifetime set at the authorization server, or redeem at once and see.',
  },
  code_reused: {
    sentence: 'The authorization code was redeemed more than once.',
    fix: 'Redeem each code exactly once: look for a reload of the callback, an effect that runs twice, or a second instance. To continue, start the login anew.',
    sources: [rfc(6749, '4.1.2'), rfc(6749, '10.5')],
    decidedBy: serverLog,
  },
  code_unknown: {
    sentence: 'The authorization server does not know this code.',
    fix: 'Send the code exactly as it was delivered, decoded once from the callback and encoded once into the request, to the server that issued it.',
    sources: [rfc(6749, '4.1.3')],
    decidedBy: 'Compare the code in the callback with the one in the token request.',
  },
  code_other_client: {
    sentence: 'The code was issued to another client than the one that redeems it.',
    fix: 'Use the same client_id in the authorization request and the token request.',
    sources: [rfc(6749, '4.1.3')],
    decidedBy: backEnd,
  },
  pkce_required: {
    sentence: 'The authorization server demands PKCE, and the request has no code_challenge.',
    fix: 'Switch PKCE with S256 on in the client library.',
    sources: [rfc(7636, '4.4.1'), rfc(9700, '2.1.1')],
    decidedBy: 'Log in with PKCE switched on.',
  },
  pkce_verifier_missing: {
    sentence: 'The authorization request has a code_challenge, and the token request has no code_verifier.',
    fix: 'Keep the code_verifier until the callback and send it with the token request.',
    sources: [rfc(7636, '4.5')],
    decidedBy: backEnd,
  },
  pkce_verifier_mismatch: {
    sentence: 'The code_verifier does not belong to the code_challenge of this login.',
    fix: 'Keep one code_verifier for each state and send the one that belongs to the state returned with the code.',
    sources: [rfc(7636, '4.6')],
    decidedBy: backEnd,
  },
  pkce_verifier_unexpected: {
    sentence: 'The token request has a code_verifier, and the authorization request had no code_challenge.',
    fix: 'Send code_challenge and code_challenge_method=S256 in the authorization request.',
    sources: [rfc(7636, '4.3')],
    decidedBy: backEnd,
  },
  refresh_token_expired: {
    sentence: 'The refresh token has expired.',
    fix: 'Start a new login when a refresh is refused; if that comes too often, lengthen the refresh token’s lifetime at the server.',
    sources: [rfc(6749, '6')],
    decidedBy: 'Compare its age with the refresh token lifetime set at the server.',
  },
  refresh_token_reused: {
    sentence: 'A refresh token that was already replaced was used again.',
    fix: 'Store the new refresh token of every answer before the next refresh, and let one tab refresh for all.',
    sources: [rfc(9700, '4.14.2')],
    decidedBy: 'Record the refreshes of all tabs and compare which token each uses.',
  },
  refresh_token_revoked: {
    sentence: 'The refresh token was revoked.',
    fix: 'Start a new login; find out who or what revoked it: a logout, a password change, an administrator, a reuse.',
    sources: [rfc(7009, '2'), rfc(6749, '5.2')],
    decidedBy: serverLog,
  },
  refresh_token_invalid: {
    sentence: 'The authorization server does not accept this refresh token, and does not say why.',
    fix: 'Start a new login; check that the token is stored whole and used at the server that issued it.',
    sources: [rfc(6749, '5.2')],
    decidedBy: serverLog,
  },
  refresh_token_other_client: {
    sentence: 'The refresh token was issued to another client.',
    fix: 'Refresh with the client_id of the login that issued the token.',
    sources: [rfc(6749, '6')],
    decidedBy: 'Record the login that issued the token.',
  },
  refresh_scope_exceeds_grant: {
    sentence: 'The refresh asks for more scopes than were granted.',
    fix: 'Leave scope out of the refresh, or ask for a part of what was granted; for more, start a new login.',
    sources: [rfc(6749, '6')],
    decidedBy: 'Refresh without scope.',
  },
  grant_revoked: {
    sentence: 'The grant behind the code or token is gone: the session ended or consent was taken back.',
    fix: 'Start a new login; look for a logout or an administrator’s action in between.',
    sources: [rfc(6749, '5.2')],
    decidedBy: serverLog,
  },
  tenant_mismatch: {
    sentence: 'The code was issued by one tenant and redeemed at another.',
    fix: 'Configure one issuer and take both endpoints from its discovery document; correct the tenant or environment setting of whatever makes the token request.',
    sources: [rfc(6749, '2.2'), rfc(8414, '2')],
    decidedBy: 'Open the discovery document of both and see which lists the token endpoint.',
  },
  issuer_mismatch: {
    sentence: 'The issuer that answered is not the one that was asked.',
    fix: 'Configure the issuer exactly as its discovery document spells it, and reject answers with another iss.',
    sources: [rfc(9207, '2.4')],
    decidedBy: 'Open the discovery document and compare its issuer.',
  },
};
