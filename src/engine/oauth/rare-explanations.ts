import { pages, vendor } from './explanation-pages.ts';
import { means, type Explanation } from './explanation.ts';
import { metadataExplanationOf } from './metadata-explanations.ts';
import { oidcCore, rfc, type Source } from './source.ts';

/** Names of one meaning, its sentence, its source. */
const rows: readonly (readonly [names: string, sentence: string, source: Source])[] = [
  ['auth_req_id', 'Stands for a login that the user confirms on another device.', pages.ciba],
  ['response', 'The whole answer to the authorization request as one signed token.', pages.jarm],
  ['logout_token', 'Tells an app, server to server, that a user logged out.', pages.backChannel],
  ['logout_uri', 'Where the app clears its session when the user logs out elsewhere.', pages.frontChannel],
  [
    'target_link_uri',
    'Where the user wants to be after a login that another site starts.',
    oidcCore('4', 'ThirdPartyInitiatedLogin'),
  ],
  ['login_hint_token', 'Names the user, as a signed token.', pages.ciba],
  ['requested_expiry', 'How long the request may wait for the user, in seconds.', pages.ciba],
  ['binding_message_required', 'Whether both devices must show the user one message.', pages.ciba],
  ['dpop', 'A proof that the sender holds the key that the token is bound to.', rfc(9449, '4')],
  ['htm', 'The HTTP method that the DPoP proof is for.', rfc(9449, '4.2')],
  ['htu', 'The URL that the DPoP proof is for, without query.', rfc(9449, '4.2')],
  ['ath', 'The hash of the access token that the DPoP proof goes with.', rfc(9449, '4.2')],
  ['jkt', 'The thumbprint of the key that a token is bound to.', rfc(9449, '6.1')],
  ['verification_uri_complete', 'Where the user goes, with the code filled in.', rfc(8628, '3.2')],
  ['verification_url', 'Where the user types the code in, under an older name.', rfc(8628, '3.2')],
  [
    'client_secret_expires_at',
    'When the client’s secret stops being valid; 0 means never.',
    rfc(7591, '3.2.1'),
  ],
  ['client_id_issued_at', 'When the client was registered.', rfc(7591, '3.2.1')],
  ['device_code_expires_in', 'How long the device code lives, in seconds.', rfc(8628, '3.2')],
  ['actor_token_type', 'What kind of token the one that acts for another is.', rfc(8693, '2.1')],
  ['client_info_type', 'What kind of token names the client.', rfc(8693, '2.1')],
  [
    'claim_token claim_token_format',
    'What the app knows of the user, for a permission.',
    vendor('UMA 2.0 §3.3.1', 'https://docs.kantarainitiative.org/uma/wg/rec-oauth-uma-grant-2.0.html'),
  ],
  ['active', 'Whether the token is good at this moment.', rfc(7662, '2.2')],
  [
    'resource_metadata authorization_server authorization_servers',
    'Which authorization server an API trusts, or where it says so.',
    rfc(9728, '2'),
  ],
  ['enc', 'With which algorithm the content of the token is encrypted.', rfc(7516, '4.1.2')],
  ['zip', 'How the content was compressed before it was encrypted.', rfc(7516, '4.1.3')],
  ['kty crv use', 'What kind of key it is, on which curve, and for what.', rfc(7517, '4')],
  ['scopes', 'The scopes, as a list under another name.', rfc(6749, '3.3')],
  ['appid', 'The client_id in access tokens of Entra’s first version.', pages.entraTokens],
  ['tenant tenant_id tenant_region_scope', 'The directory of the user or the server.', pages.entraTokens],
  ['upn unique_name', 'The user’s sign-in name at Entra, which can change.', pages.entraTokens],
  ['ip ipaddr', 'The address from which the user signed in.', pages.entraTokens],
  ['foci', 'Says that a family of Microsoft’s apps may share the refresh token.', pages.entraTokens],
  [
    'expires_on ext_expires_in ext_exp',
    'When the token ends at Entra, the longer time if the server is down.',
    pages.entraTokens,
  ],
  [
    'cloud_instance_name cloud_graph_host_name msgraph_host rbac_url',
    'Which of Microsoft’s clouds the server belongs to.',
    pages.entra,
  ],
  [
    'error_code errorcode errorCode error_number',
    'The vendor’s own number or name for the error.',
    pages.okta,
  ],
  ['error_subtype error_subcode', 'The vendor’s finer reason.', pages.google],
  [
    'errorSummary errorMessage error_message error_hint error_debug message msg detail details title_of_error hint description reason',
    'The vendor’s own words about the error.',
    pages.okta,
  ],
  [
    'error_reason error_user_title error_user_msg',
    'Meta’s words about the error, for the user.',
    pages.facebook,
  ],
  ['errorId', 'Lets Okta’s support find this request in its log.', pages.okta],
  ['fbtrace_id', 'Lets Meta’s support find this request in its log.', pages.facebook],
  ['timestamp', 'When the server made the answer, by its own clock.', pages.entra],
  [
    'traceId correlationId requestId request_id_trace activityId x_ms_request_id client-request-id',
    'Lets the provider’s support find this request in its log.',
    pages.entra,
  ],
  [
    'x-client-SKU x-client-Ver x-client-OS x-client-CPU',
    'Which of Microsoft’s libraries made the request.',
    pages.entra,
  ],
  ['status statusCode', 'The HTTP status, repeated in the body.', rfc(9110, '15')],
  [
    'policy b2c_policy',
    'The user flow of Azure AD B2C that runs.',
    vendor(
      'Microsoft: Azure AD B2C user flows',
      'https://learn.microsoft.com/en-us/azure/active-directory-b2c/user-flow-overview',
    ),
  ],
  [
    'token_use',
    'At Cognito, whether it is an ID token or an access token.',
    vendor(
      'Amazon Cognito: tokens',
      'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html',
    ),
  ],
  ['approval_prompt', 'Google’s older way to ask for consent again.', pages.google],
  ['hd', 'The Google Workspace domain of the user.', pages.google],
  ['org_id organization_required', 'The organisation that the user logged in to.', pages.auth0],
  [
    'returnTo return_to continue continueUrl',
    'Where to go afterwards, under the vendor’s own name.',
    pages.auth0,
  ],
  ['prompt_type request_parameter', 'How the vendor’s page asks, or which parameter it means.', pages.auth0],
  ['not-before-policy', 'Keycloak: tokens older than this are not accepted.', pages.keycloak],
  ['allowed-origins', 'Keycloak: from which origins pages may call with this token.', pages.keycloak],
  ['refresh_token_expires_in refresh_expires_at', 'How long the refresh token lives.', pages.keycloak],
  [
    'id_token_expires_in',
    'How long the ID token lives, in seconds.',
    vendor(
      'Azure AD B2C: tokens',
      'https://learn.microsoft.com/en-us/azure/active-directory-b2c/tokens-overview',
    ),
  ],
  [
    'consented_on',
    'When the user agreed.',
    vendor('Vendor’s own', 'https://www.rfc-editor.org/rfc/rfc6749#section-5.1'),
  ],
  ['authorization_data_types', 'Which kinds of details an authorization may have.', rfc(9396, '10')],
  ['cty', 'What kind of content the token has inside.', rfc(7515, '4.1.10')],
  [
    'claims_locales',
    'In which languages the app wants the user’s data.',
    oidcCore('5.2', 'ClaimsLanguagesAndScripts'),
  ],
  [
    'middle_name nickname phone_number address birthdate profile website gender',
    'Personal data of the user.',
    pages.claims,
  ],
  ['user_id', 'The user’s id under the vendor’s own name.', pages.claims],
  ['otp', 'A password that works once.', rfc(6238, '4')],
  ['redirect_uris redirectUri', 'Where answers may be sent, as registered.', pages.registration],
  [
    'post_logout_redirect_uris',
    'Where browsers may be sent after a logout, as registered.',
    pages.registration,
  ],
  [
    'registration',
    'What the client says of itself in the request.',
    oidcCore('7.2.1', 'RegistrationParameter'),
  ],
  ['registration_access_token', 'Lets the holder read and change the client’s registration.', rfc(7592, '3')],
  ['software_statement', 'What somebody the server trusts says of the client’s software.', rfc(7591, '2.3')],
  [
    'grant_types response_types token_endpoint_auth_method token_endpoint_auth_signing_alg application_type subject_type',
    'What the client may use, as registered.',
    pages.registration,
  ],
  [
    'require_request_uri_registration require_signed_request_object',
    'What the server demands of request objects.',
    rfc(9101, '10.5'),
  ],
  [
    'require_pushed_authorization_requests',
    'Whether every login must push its request first.',
    rfc(9126, '5'),
  ],
  [
    'tls_client_certificate_bound_access_tokens mtls_endpoint_aliases',
    'Where and how the server takes client certificates.',
    rfc(8705, '3.3'),
  ],
  ['dpop_bound_access_tokens_required', 'Whether access tokens must be bound to a key.', rfc(9728, '2')],
  [
    'authorization_response_iss_parameter_supported',
    'Whether the server’s answers name it, so that two servers cannot be mixed up.',
    rfc(9207, '3'),
  ],
  [
    'end_session_endpoint',
    'Where browsers are sent to log out.',
    vendor(
      'OpenID Connect RP-Initiated Logout §2',
      'https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout',
    ),
  ],
  [
    'check_session_iframe',
    'The page that tells an app whether the user is still signed in.',
    vendor(
      'OpenID Connect Session Management §3',
      'https://openid.net/specs/openid-connect-session-1_0.html',
    ),
  ],
  ['service_documentation op_policy_uri op_tos_uri', 'Pages for people about the server.', pages.metadata],
  ['SAMLRequest SAMLResponse RelayState', 'A login by SAML, which is another protocol.', pages.saml],
  ['wa wctx wresult', 'A login by WS-Federation, which is another protocol.', pages.federation],
  [
    'ticket',
    'A login by CAS, which is another protocol.',
    vendor(
      'CAS Protocol 3.0',
      'https://apereo.github.io/cas/development/protocol/CAS-Protocol-Specification.html',
    ),
  ],
  ['sid', 'The user’s session at the server, to be ended at a logout.', pages.backChannel],
];

const table: ReadonlyMap<string, Explanation> = new Map(
  rows.flatMap(([names, sentence, source]) =>
    names.split(' ').map((name) => [name, means(sentence, source)] as const),
  ),
);

/** What many members of metadata have in common. */
const kinds: readonly (readonly [name: RegExp, Explanation])[] = [
  [/_(?:alg|enc)_values_supported$/, means('Which algorithms the server offers for this.', pages.metadata)],
  [/_supported$/, means('What the server says it offers.', pages.discovery)],
  [/_endpoint$/, means('Where this service of the server is.', pages.metadata)],
];

/** What a name means that is rarely seen; undefined for names that no table has. */
export function rareExplanationOf(name: string): Explanation | undefined {
  return table.get(name) ?? metadataExplanationOf(name) ?? kinds.find(([pattern]) => pattern.test(name))?.[1];
}
