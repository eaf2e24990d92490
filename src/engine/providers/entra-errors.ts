import { anywhere, atAuthorize, atToken, numbered, saying } from './facts.ts';
import type { ErrorHint } from './provider.ts';

const aadsts = (...numbers: readonly number[]): RegExp => numbered('AADSTS', ...numbers);

/** What the numbers of Microsoft's token service point to; External ID sends the same ones. */
export const entraErrors: readonly ErrorHint[] = [
  anywhere(aadsts(700016, 700011, 70001), 'client_unknown', 0.85),
  saying(
    'The application is disabled in its directory.',
    anywhere(
      aadsts(7000112),
      'client_unknown',
      0.97,
      'Set Enterprise applications → the application → Properties → Enabled for users to sign-in to Yes.',
    ),
  ),
  atAuthorize(aadsts(50011, 500112, 500113, 900971, 70004), 'redirect_uri_not_registered', 0.97),
  atToken(aadsts(50011, 500112, 70004), 'redirect_uri_mismatch_at_token', 0.95),
  atToken(aadsts(7000215, 70002), 'client_secret_wrong', 0.9),
  atToken(aadsts(7000222), 'client_secret_expired', 0.97),
  atToken(aadsts(7000218), 'client_secret_missing', 0.95),
  atToken(aadsts(700025), 'public_client_sent_secret', 0.97),
  atToken(aadsts(700027, 700030, 50012, 50027, 500133, 50013, 240002), 'client_assertion_invalid', 0.9),
  atToken(aadsts(700005), 'tenant_mismatch', 0.97),
  atToken(aadsts(54005), 'code_reused', 0.97),
  atToken(aadsts(70008, 50089), 'code_expired', 0.6),
  saying(
    'The sign-in took too long.',
    atAuthorize(aadsts(50089), 'interaction_required', 0.9, 'Start the login again.'),
  ),
  atToken(aadsts(700082, 700084, 70043), 'refresh_token_expired', 0.95),
  atToken(aadsts(70000), 'code_unknown', 0.5),
  anywhere(aadsts(50173, 50132, 50133), 'refresh_token_revoked', 0.9),
  anywhere(aadsts(501481, 50148), 'pkce_verifier_mismatch', 0.97),
  saying(
    'The code_challenge is missing or has the wrong length.',
    anywhere(
      aadsts(50147, 501491),
      'pkce_verifier_mismatch',
      0.95,
      'Send the base64url-encoded SHA-256 of the code_verifier, 43 characters, with code_challenge_method=S256.',
    ),
  ),
  atToken(
    aadsts(9002325),
    'pkce_required',
    0.9,
    'Send PKCE, or register the URI under Authentication → Web if a server redeems the code.',
  ),
  saying(
    'A page redeems the code, and its redirect URI is registered for the platform “Web”.',
    atToken(
      aadsts(9002326),
      'client_auth_method_wrong',
      0.97,
      'Move the redirect URI to the platform “Single-page application” under Authentication: the browser may not redeem codes of “Web”.',
    ),
  ),
  saying(
    'A server redeems the code, and its redirect URI is registered for the platform “Single-page application”.',
    atToken(
      aadsts(9002327),
      'client_auth_method_wrong',
      0.97,
      'Move the redirect URI to the platform “Web” under Authentication: a server may not redeem codes of “Single-page application”.',
    ),
  ),
  anywhere(aadsts(90023, 9002313, 90014), 'request_malformed', 0.8),
  anywhere(
    aadsts(900144),
    'content_type_wrong',
    0.6,
    'Send the parameters as application/x-www-form-urlencoded in the body.',
  ),
  saying(
    'The endpoint takes POST requests only.',
    anywhere(
      aadsts(900561, 90056),
      'request_malformed',
      0.9,
      'Send a POST to the token endpoint, not a GET.',
    ),
  ),
  saying(
    'The server has no tenant of this name.',
    anywhere(
      aadsts(90002, 50049),
      'tenant_mismatch',
      0.97,
      'Compare the first segment of the path with the Directory (tenant) ID, on the host of its national cloud.',
    ),
  ),
  saying(
    'The request names no tenant.',
    anywhere(
      aadsts(90019, 50059),
      'tenant_mismatch',
      0.95,
      'Put the tenant id into the path of both endpoints.',
    ),
  ),
  saying(
    'The application or its tenant belongs to another national cloud than this host.',
    anywhere(
      aadsts(90038, 900439, 900432, 900382),
      'tenant_mismatch',
      0.9,
      'Use the endpoints of the cloud in which the application is registered.',
    ),
  ),
  saying(
    'The application is registered for one tenant only, and the request goes to “common”.',
    anywhere(
      aadsts(50194),
      'tenant_mismatch',
      0.9,
      'Put the tenant id in place of “common”, or choose accounts in any directory under Authentication → Supported account types.',
    ),
  ),
  saying(
    'This application or grant is not served at “common” or “consumers”.',
    anywhere(
      aadsts(9001023, 9002332, 90124, 90130),
      'tenant_mismatch',
      0.9,
      'Use /organizations or the tenant id in place of this tenant segment.',
    ),
  ),
  saying(
    'The application is for Microsoft accounts only, and the request goes to another tenant segment.',
    anywhere(
      aadsts(9002346),
      'tenant_mismatch',
      0.9,
      'Use /consumers: the application is for Microsoft accounts only.',
    ),
  ),
  saying(
    'The user’s account is not in this tenant.',
    anywhere(
      aadsts(50020, 500208, 51004),
      'tenant_mismatch',
      0.85,
      'Invite the user to the tenant as a guest, or change Authentication → Supported account types.',
    ),
  ),
  saying(
    'The endpoints of version 1 issue no tokens to Microsoft accounts.',
    anywhere(aadsts(500201), 'tenant_mismatch', 0.85, 'Use the endpoints below /oauth2/v2.0/.'),
  ),
  anywhere(aadsts(50034), 'user_credentials_wrong', 0.8),
  anywhere(aadsts(50126), 'user_credentials_wrong', 0.97),
  anywhere(aadsts(65001, 90008, 650056), 'consent_required', 0.95),
  saying('The user declined to consent.', anywhere(aadsts(65004), 'access_denied', 0.95)),
  saying(
    'An administrator’s consent is missing.',
    anywhere(
      aadsts(90094, 90095),
      'consent_required',
      0.95,
      'Have an administrator press API permissions → Grant admin consent.',
    ),
  ),
  anywhere(aadsts(500011, 50001, 650057), 'resource_invalid', 0.9),
  saying(
    'The tenant does not have the service that the application asks for.',
    anywhere(aadsts(650052), 'resource_invalid', 0.9, 'Have its administrator subscribe or consent.'),
  ),
  saying(
    'The v2.0 endpoint takes no resource parameter.',
    anywhere(
      aadsts(901002),
      'resource_invalid',
      0.95,
      'Name the API in scope (its Application ID URI + /.default), and send no resource.',
    ),
  ),
  saying(
    'The application maps claims, and its identifier or signing key does not allow that.',
    anywhere(
      aadsts(501461, 50146),
      'resource_invalid',
      0.9,
      'Use the application’s GUID or a verified domain in Application ID URI, or give the application a signing key of its own.',
    ),
  ),
  anywhere(aadsts(70011, 28002, 28003, 700022), 'scope_invalid', 0.95),
  atToken(
    aadsts(1002012),
    'scope_invalid',
    0.97,
    'Ask for the resource’s /.default scope with client credentials.',
  ),
  saying(
    'The user is not assigned to the application.',
    anywhere(
      aadsts(50105),
      'access_denied',
      0.97,
      'Assign the user under Enterprise applications → the application → Users and groups.',
    ),
  ),
  atAuthorize(aadsts(50058), 'login_required', 0.95),
  saying(
    'The user must pass multi-factor authentication.',
    anywhere(aadsts(50076, 50079, 50074, 50072, 50078), 'interaction_required', 0.97),
  ),
  anywhere(aadsts(16000, 50097, 700020, 50055, 50140, 50199), 'interaction_required', 0.95),
  saying(
    'A Conditional Access policy blocks this sign-in.',
    anywhere(
      aadsts(53000, 53001, 53003, 530003, 530032, 530035, 700003),
      'interaction_required',
      0.9,
      'Find the policy in Entra ID → Sign-in logs by the correlation id; the user’s device or place does not meet Conditional Access.',
    ),
  ),
  saying(
    'The user’s account is disabled or locked.',
    anywhere(aadsts(50057, 50053), 'access_denied', 0.9, 'Enable or unblock the account under Users.'),
  ),
  saying(
    'The client asks for the same token over and over.',
    anywhere(
      aadsts(50196),
      'rate_limited',
      0.9,
      'Keep and reuse the tokens: the client asks again and again.',
    ),
  ),
  anywhere(aadsts(70003), 'grant_type_unsupported', 0.95),
  atToken(aadsts(7000114), 'grant_type_not_allowed', 0.9),
  saying(
    'The application may not receive this token from the authorization endpoint.',
    atAuthorize(
      aadsts(70005, 700054),
      'grant_type_not_allowed',
      0.95,
      'Use response_type=code, or tick the token under Authentication → Implicit grant and hybrid flows.',
    ),
  ),
  atAuthorize(aadsts(70007), 'request_malformed', 0.95, 'Send response_mode query, fragment or form_post.'),
  saying('The user typed a wrong code for the device login.', atToken(aadsts(70018), 'code_unknown', 0.7)),
  atToken(aadsts(70019), 'device_code_expired', 0.95),
  anywhere(aadsts(80013, 76026), 'clock_skew', 0.95),
  anywhere(aadsts(90033, 90024), 'server_error', 0.9),
];
