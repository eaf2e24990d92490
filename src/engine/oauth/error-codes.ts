import { clientAttestation, rfc, type Source } from './source.ts';

/** What a standard error code means. */
export interface ErrorCode {
  readonly code: string;
  /** One sentence, standing alone. */
  readonly meaning: string;
  readonly source: Source;
}

const core = (section: string): Source => ({
  title: `OpenID Connect Core §${section}`,
  url: 'https://openid.net/specs/openid-connect-core-1_0.html#AuthError',
});

const ciba = (code: string, meaning: string, section = 'auth_error_response'): ErrorCode => ({
  code,
  meaning,
  source: {
    title: 'OpenID Connect CIBA',
    url: `https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html#${section}`,
  },
});

/** Every registered error code, and the few that servers invented and many use. */
export const errorCodes: readonly ErrorCode[] = [
  {
    code: 'invalid_request',
    meaning: 'A parameter is missing, repeated or malformed.',
    source: rfc(6749, '5.2'),
  },
  {
    code: 'invalid_client',
    meaning: 'The server could not authenticate the client.',
    source: rfc(6749, '5.2'),
  },
  {
    code: 'invalid_grant',
    meaning: 'The code or refresh token is invalid, expired, revoked, used, or bound to other values.',
    source: rfc(6749, '5.2'),
  },
  { code: 'unauthorized_client', meaning: 'The client may not use this grant.', source: rfc(6749, '5.2') },
  {
    code: 'unsupported_grant_type',
    meaning: 'The server does not know this grant.',
    source: rfc(6749, '5.2'),
  },
  {
    code: 'unsupported_response_type',
    meaning: 'The server does not offer this response_type.',
    source: rfc(6749, '4.1.2.1'),
  },
  {
    code: 'invalid_scope',
    meaning: 'A scope is unknown, malformed or not allowed.',
    source: rfc(6749, '5.2'),
  },
  { code: 'access_denied', meaning: 'The user or the server said no.', source: rfc(6749, '4.1.2.1') },
  { code: 'server_error', meaning: 'The server met an unexpected condition.', source: rfc(6749, '4.1.2.1') },
  {
    code: 'temporarily_unavailable',
    meaning: 'The server is overloaded or under maintenance.',
    source: rfc(6749, '4.1.2.1'),
  },
  {
    code: 'interaction_required',
    meaning: 'The user would have to do something, and prompt=none forbids it.',
    source: core('3.1.2.6'),
  },
  {
    code: 'login_required',
    meaning: 'The user is not signed in, and prompt=none forbids asking.',
    source: core('3.1.2.6'),
  },
  {
    code: 'consent_required',
    meaning: 'Consent is missing, and prompt=none forbids asking.',
    source: core('3.1.2.6'),
  },
  {
    code: 'account_selection_required',
    meaning: 'Several accounts are signed in, and prompt=none forbids asking which.',
    source: core('3.1.2.6'),
  },
  {
    code: 'invalid_request_uri',
    meaning: 'The request_uri is unusable, expired or already used.',
    source: core('3.1.2.6'),
  },
  {
    code: 'invalid_request_object',
    meaning: 'The request object is not acceptable.',
    source: core('3.1.2.6'),
  },
  { code: 'request_not_supported', meaning: 'The server takes no request objects.', source: core('3.1.2.6') },
  { code: 'request_uri_not_supported', meaning: 'The server takes no request_uri.', source: core('3.1.2.6') },
  {
    code: 'registration_not_supported',
    meaning: 'The server takes no registration parameter.',
    source: core('3.1.2.6'),
  },
  {
    code: 'invalid_redirect_uri',
    meaning: 'A redirect_uri is not acceptable.',
    source: rfc(7591, '3.2.2'),
  },
  {
    code: 'invalid_client_metadata',
    meaning: 'A member of the registration is not acceptable.',
    source: rfc(7591, '3.2.2'),
  },
  {
    code: 'invalid_software_statement',
    meaning: 'The software statement is invalid.',
    source: rfc(7591, '3.2.2'),
  },
  {
    code: 'unapproved_software_statement',
    meaning: 'The software statement is not approved at this server.',
    source: rfc(7591, '3.2.2'),
  },
  {
    code: 'redirect_uri_mismatch',
    meaning: 'The redirect_uri is not one that is registered.',
    source: rfc(6749, '3.1.2.4'),
  },
  {
    code: 'invalid_target',
    meaning: 'The resource asked for is unknown or not allowed.',
    source: rfc(8707, '2'),
  },
  {
    code: 'invalid_token',
    meaning: 'The access token is expired, revoked, malformed or not for this resource.',
    source: rfc(6750, '3.1'),
  },
  {
    code: 'insufficient_scope',
    meaning: 'The access token lacks a scope that the resource asks for.',
    source: rfc(6750, '3.1'),
  },
  {
    code: 'insufficient_user_authentication',
    meaning: 'The resource asks for a stronger or fresher sign-in.',
    source: rfc(9470, '3'),
  },
  { code: 'invalid_dpop_proof', meaning: 'The DPoP proof does not fit the request.', source: rfc(9449, '5') },
  {
    code: 'use_dpop_nonce',
    meaning: 'The client must repeat the request with the nonce it was given.',
    source: rfc(9449, '8'),
  },
  {
    code: 'use_attestation_challenge',
    meaning:
      'The client must repeat the request with the challenge it was given in the proof of its attestation.',
    source: clientAttestation('6.2'),
  },
  {
    code: 'use_fresh_attestation',
    meaning: 'The client attestation is too old; the client must get another from its attester.',
    source: clientAttestation('6.2'),
  },
  {
    code: 'invalid_client_attestation',
    meaning: 'The client attestation or the proof of its key is not valid.',
    source: clientAttestation('6.2'),
  },
  {
    code: 'authorization_pending',
    meaning: 'The user has not finished yet; keep polling.',
    source: rfc(8628, '3.5'),
  },
  { code: 'slow_down', meaning: 'Poll less often.', source: rfc(8628, '3.5') },
  {
    code: 'expired_token',
    meaning: 'The device code expired before the user finished.',
    source: rfc(8628, '3.5'),
  },
  {
    code: 'unsupported_token_type',
    meaning: 'The server cannot revoke this kind of token.',
    source: rfc(7009, '2.2.1'),
  },
  {
    code: 'invalid_authorization_details',
    meaning: 'The authorization_details are malformed, unknown or not allowed.',
    source: rfc(9396, '5'),
  },
  ciba('transaction_failed', 'The server could not complete the login.', 'token_error_response'),
  ciba('unknown_user_id', 'The hint names no user that the server knows.'),
  ciba('expired_login_hint_token', 'The login_hint_token has expired.'),
  ciba('missing_user_code', 'The user_code is missing.'),
  ciba('invalid_user_code', 'The user_code is wrong.'),
  ciba('invalid_binding_message', 'The binding_message is not acceptable.'),
  {
    code: 'unmet_authentication_requirements',
    meaning: 'The sign-in the client asked for could not be done.',
    source: {
      title: 'OpenID Connect unmet_authentication_requirements',
      url: 'https://openid.net/specs/openid-connect-unmet-authentication-requirements-1_0.html',
    },
  },
];

const byCode: ReadonlyMap<string, ErrorCode> = new Map(errorCodes.map((entry) => [entry.code, entry]));

/** The entry of a code, if it is a standard one. */
export function errorCode(code: string): ErrorCode | undefined {
  return byCode.get(code);
}
