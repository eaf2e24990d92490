/**
 * What redaction does with the value of a name, the same for query and form parameters, JSON members and JWT claims:
 * `keep` as it is, `trace` likewise unless ids of requests are to go, `words` likewise unless one is made by a machine, `url` and `text` and `json` by their own rules,
 * `jwt` its header and allowed claims, `hide` all of it.
 */
export type Treatment =
  | { readonly how: 'keep' | 'trace' | 'words' | 'url' | 'text' | 'json' }
  | { readonly how: 'jwt' | 'hide'; readonly category: string; readonly listed: boolean };

/** Names whose values say which client, server or key, and may look made by a machine. */
const kept = `
  client_id appid azp aud iss issuer tid tenant tenant_id resource audience scope scp scopes domain_hint organization
  org_id kid dpop_jkt jkt
`;

/** Names whose values say which request in a log. */
const traces = `
  trace_id correlation_id traceId correlationId requestId request_id_trace activityId x_ms_request_id fbtrace_id
  client-request-id errorId
`;

/** Names whose values are words of a specification, versions, times and numbers. */
const words = `
  hd grant_type response_type
  response_mode prompt display max_age ui_locales claims_locales acr acr_values amr token_type token_type_hint expires_in
  expires_on ext_expires_in refresh_expires_in refresh_token_expires_in not-before-policy interval code_challenge_method
  client_assertion_type client_info_type subject_token_type actor_token_type requested_token_type issued_token_type
  request_parameter access_type include_granted_scopes approval_prompt nonce_supported policy ver typ
  token_use error error_codes suberror error_code errorcode errorCode error_subtype error_subcode error_number timestamp
  iat exp nbf auth_time updated_at alg enc kty use crv cty zip active status statusCode claim_token_format
  dpop_signing_alg_values_supported device_code_expires_in id_token_expires_in refresh_expires_at consented_on ext_exp
  requested_expiry binding_message_required foci x-client-SKU x-client-Ver x-client-OS x-client-CPU
  prompt_type authorization_data_types b2c_policy screen_hint organization_required allowed-origins
`;

/** Members of discovery and keys documents (OpenID Connect Discovery 1.0 §3, RFC 8414 §2, RFC 9728 §2) and registrations. */
const metadataWords = `
  require_request_uri_registration require_pushed_authorization_requests tls_client_certificate_bound_access_tokens
  dpop_bound_access_tokens_required require_signed_request_object tenant_region_scope cloud_instance_name
  cloud_graph_host_name msgraph_host rbac_url token_endpoint_auth_method application_type
  token_endpoint_auth_signing_alg grant_types response_types subject_type client_secret_expires_at client_id_issued_at
`;

const urls = `
  redirect_uri redirect_uris redirectUri post_logout_redirect_uri post_logout_redirect_uris logout_uri returnTo return_to
  target_link_uri authorization_endpoint token_endpoint userinfo_endpoint jwks_uri registration_endpoint
  end_session_endpoint revocation_endpoint introspection_endpoint device_authorization_endpoint check_session_iframe
  pushed_authorization_request_endpoint backchannel_authentication_endpoint mtls_endpoint_aliases kerberos_endpoint
  service_documentation op_policy_uri op_tos_uri error_uri verification_uri verification_url resource_metadata
  authorization_servers authorization_server continue continueUrl
`;

const texts = `
  error_description error_message error_reason error_user_title error_user_msg message msg detail details title_of_error
  errorSummary errorMessage hint description reason error_hint error_debug
`;

const jsons = 'claims authorization_details mtls_endpoint_aliases registration';

/** Values that may be a JWT: the structure is then kept, without signature and personal claims. */
const jwts = `
  id_token id_token_hint access_token refresh_token client_assertion assertion subject_token actor_token logout_token
  request response software_statement dpop login_hint_token token claim_token
`;

/** Names known to be secret or personal; everything that no table names is hidden too. */
const hidden = `
  code state nonce code_verifier code_challenge client_secret password device_code user_code request_uri auth_req_id
  session_state sid sub oid login_hint username email name preferred_username upn unique_name given_name family_name
  middle_name nickname phone_number address birthdate picture profile website gender ip ipaddr at_hash c_hash s_hash jti
  otp verification_uri_complete registration_access_token SAMLRequest SAMLResponse RelayState wresult wctx user_id
`;

/** What a server knows a user by; where somebody lives, when born and at which address online is never among it. */
const personal = new Set(
  `sub oid login_hint username email name preferred_username upn unique_name given_name family_name middle_name nickname
   user_id`.split(/\s+/),
);

/** The same thing under another name gets the same category. */
const categoryOf: ReadonlyMap<string, string> = new Map([
  ['id_token_hint', 'id_token'],
  ['dpop', 'dpop_proof'],
]);

const table: ReadonlyMap<string, Treatment> = tableOf();

function tableOf(): ReadonlyMap<string, Treatment> {
  const rows = new Map<string, Treatment>();
  for (const name of names(hidden)) rows.set(name, { how: 'hide', category: category(name), listed: true });
  for (const name of names(jwts)) rows.set(name, { how: 'jwt', category: category(name), listed: true });
  for (const name of names(kept)) rows.set(name, { how: 'keep' });
  for (const name of names(traces)) rows.set(name, { how: 'trace' });
  for (const name of names(words + metadataWords)) rows.set(name, { how: 'words' });
  for (const name of names(urls)) rows.set(name, { how: 'url' });
  for (const name of names(texts)) rows.set(name, { how: 'text' });
  for (const name of names(jsons)) rows.set(name, { how: 'json' });
  return rows;
}

/** The treatment of a parameter, member or claim; a name that no table knows is secret. */
export function treatmentOf(name: string, unknownCategory: string): Treatment {
  const known = table.get(name) ?? table.get(name.toLowerCase());
  if (known !== undefined) return known;
  // What a server says it can do: words of specifications.
  if (/^[a-z_]+_supported$/.test(name)) return { how: 'words' };
  if (passwordName.test(name)) return { how: 'hide', category: 'password', listed: true };
  return { how: 'hide', category: unknownCategory, listed: false };
}

/** What login pages call a password or a one-time code: `passwd`, `pf.pass`, `Input.Password`, `newPassword`. */
const passwordName =
  /(?:pass(?:wor[dt]|wd|phrase|code)?|pwd|kennwort)\d?$|(?:^|[._-])(?:pw|pin|totp)$|(?:two_?factor|verification|mfa|sms)_?code$/i;
/** What they call the name of a login. */
const loginName =
  /(?:^|[._-])(?:user(?:_?name|_?id)?|login(?:fmt|name)?|uid|identifier|e?mail(?:_?address)?)$/i;

/** Whether a value names a login: under such a name, and with a character that no word of a sentence has. */
export function isLogin(name: string, value: string): boolean {
  return loginName.test(name) && /[^a-z]/i.test(value);
}

/** Names that elsewhere mean something else: the `display` of a person, the `zip` of an address. */
const closed: ReadonlyMap<string, RegExp> = new Map([
  ['display', /^(?:page|popup|touch|wap)$/],
  ['zip', /^DEF$/],
]);

/** Asks for a value that is no word of the specification that its name is of. */
export function isForeign(name: string, value: string): boolean {
  return closed.get(name)?.test(value) === false;
}

/** Whether a category is about a person and not about a session, so that a level may keep it. */
export function isPersonal(categoryName: string): boolean {
  return personal.has(categoryName);
}

/** Every name that a table knows. */
export function protocolNames(): readonly string[] {
  return [...table.keys()];
}

const credential =
  /pass|pwd|secret|token|key|cookie|session|auth|credential|sid$|otp|pin$|jwt|assert|code|saml|signature|^w(?:result|ctx)$|dpop|^request(?:_uri)?$|^response$|software_statement|verification_uri_complete/i;

/** Whether a user may choose to keep the values of a name: of everything but what could be a credential. */
export function mayBeKept(name: string): boolean {
  return !credential.test(name);
}

/** Words of the protocol, which never become secret by standing in an unknown parameter. */
export function isProtocolName(text: string): boolean {
  return table.has(text);
}

function names(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

function category(name: string): string {
  return categoryOf.get(name) ?? name.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_');
}
