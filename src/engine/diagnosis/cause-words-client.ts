import type { CauseId } from '../oauth/causes.ts';
import { rfc } from '../oauth/source.ts';
import type { CauseWords } from './cause-words.ts';

type ClientCause = Extract<
  CauseId,
  `client_${string}` | 'public_client_sent_secret' | `grant_type_${string}`
>;

const registration = 'Open the client’s registration at the authorization server and compare.';

/** Causes that lie in who the client is and how it proves it (RFC 6749 §2.3, §5.2). */
export const clientCauses: Readonly<Record<ClientCause, CauseWords>> = {
  client_unknown: {
    sentence: 'The authorization server has no client with this client_id.',
    fix: 'Compare the client_id with the registration, character for character, and check that it is registered at this very server and tenant.',
    sources: [rfc(6749, '2.2')],
    decidedBy: registration,
  },
  client_secret_wrong: {
    sentence: 'The client secret is wrong.',
    fix: 'Copy the client secret anew from the registration (its value, not its id) and restart what reads it; make sure that it belongs to this client and this environment.',
    sources: [rfc(6749, '2.3.1')],
    decidedBy: 'Set a freshly generated secret and try again.',
  },
  client_secret_expired: {
    sentence: 'The client secret has expired or was replaced.',
    fix: 'Create a new secret at the authorization server and roll it out.',
    sources: [rfc(6749, '2.3.1')],
    decidedBy: 'Look up the expiry of the secret in the client’s registration.',
  },
  client_secret_missing: {
    sentence: 'The client must authenticate and sent no credentials.',
    fix: 'Send the client’s credentials with the request; if the client cannot keep a secret, register it as public and use PKCE.',
    sources: [rfc(6749, '3.2.1')],
    decidedBy: 'Look up in the registration whether the client is confidential.',
  },
  client_auth_method_wrong: {
    sentence: 'The client authenticates in a way that is not the one registered for it.',
    fix: 'Set the library to the method registered for this client (Basic header, form field or signed assertion), or change the registration.',
    sources: [rfc(6749, '2.3'), rfc(8414, '2')],
    decidedBy: 'Look up token_endpoint_auth_method in the client’s registration.',
  },
  client_auth_malformed: {
    sentence: 'The Authorization header with the client’s credentials is malformed.',
    fix: 'Build it as base64 of form-encoded client_id, a colon, form-encoded client_secret; without line breaks or blanks.',
    sources: [rfc(6749, '2.3.1'), rfc(7617, '2')],
    decidedBy: 'Decode the header and compare its parts with the registration.',
  },
  client_auth_multiple: {
    sentence: 'The token request authenticates the client in more than one way.',
    fix: 'Use one method only: remove the client_secret from the form or the Authorization header.',
    sources: [rfc(6749, '2.3')],
    decidedBy: 'Send the request with one method only.',
  },
  client_assertion_invalid: {
    sentence: 'The signed assertion is not acceptable to the server.',
    fix: 'Check its aud (the issuer or token endpoint), iss and sub (both the client_id where it authenticates the client), exp, alg, and that the server knows the key that signed it.',
    sources: [rfc(7523, '3')],
    decidedBy: 'Compare the claims of the assertion and its key with the registration.',
  },
  public_client_sent_secret: {
    sentence: 'The client is registered as public and sent a secret.',
    fix: 'Remove the secret from the request, or register the client as confidential and keep the secret on a server.',
    sources: [rfc(6749, '2.1')],
    decidedBy: 'Look up in the registration whether the client is public.',
  },
  grant_type_unsupported: {
    sentence: 'The authorization server does not know this grant_type.',
    fix: 'Correct the spelling of grant_type, or use a grant that the server’s metadata lists.',
    sources: [rfc(6749, '5.2')],
    decidedBy: 'Compare with grant_types_supported in the discovery document.',
  },
  grant_type_not_allowed: {
    sentence: 'The client is not allowed to use this grant.',
    fix: 'Allow the grant (or response type) in the client’s registration, or use one that is allowed.',
    sources: [rfc(6749, '5.2')],
    decidedBy: 'Look up the allowed grants in the client’s registration.',
  },
};
