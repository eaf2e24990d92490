/**
 * Parameters that RFC 6749 §3.1 and §3.2 allow once; `resource` (RFC 8707 §2) and `audience` (RFC 8693 §2.1) may
 * repeat, and of extensions nothing is known.
 */
export const singleParameters: ReadonlySet<string> = new Set([
  'client_id',
  'client_secret',
  'response_type',
  'response_mode',
  'redirect_uri',
  'scope',
  'state',
  'nonce',
  'prompt',
  'max_age',
  'login_hint',
  'id_token_hint',
  'code_challenge',
  'code_challenge_method',
  'grant_type',
  'code',
  'code_verifier',
  'refresh_token',
  'device_code',
  'username',
  'password',
  'client_assertion',
  'client_assertion_type',
]);
