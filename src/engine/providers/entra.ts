import { anywhere, atAuthorize, atToken, codesLive, numbered } from './facts.ts';
import type { ErrorHint, Provider } from './provider.ts';

const publicCloud = String.raw`login\.microsoftonline\.com|login\.windows\.net|login\.microsoft\.com|sts\.windows\.net|[a-z0-9]{1,40}\.login\.microsoft\.com`;
const governmentCloud = String.raw`login\.microsoftonline\.us|login\.usgovcloudapi\.net|login-us\.microsoftonline\.com`;
const chineseCloud = String.raw`login\.partner\.microsoftonline\.cn|login\.chinacloudapi\.cn`;
const sovereignClouds = String.raw`login\.microsoftonline\.de|login\.sovcloud-identity\.(?:fr|de|sg)`;

const aadsts = (...numbers: readonly number[]): RegExp => numbered('AADSTS', ...numbers);

/** What the numbers of Microsoft's token service point to; External ID sends the same ones. */
export const entraErrors: readonly ErrorHint[] = [
  anywhere(aadsts(700016, 700011, 70001), 'client_unknown', 0.85),
  {
    ...anywhere(
      aadsts(7000112),
      'client_unknown',
      0.95,
      'Set Enterprise applications → the application → Properties → Enabled for users to sign-in to Yes.',
    ),
    sentence: 'The application is disabled in its directory.',
  },
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
  atToken(aadsts(700082, 700084, 70043), 'refresh_token_expired', 0.95),
  atToken(aadsts(70000), 'code_unknown', 0.5),
  anywhere(aadsts(50173, 50132, 50133), 'refresh_token_revoked', 0.9),
  anywhere(aadsts(501481, 50148, 50147, 501491), 'pkce_verifier_mismatch', 0.95),
  atToken(
    aadsts(9002325),
    'pkce_required',
    0.9,
    'Send PKCE, or register the URI under Authentication → Web if a server redeems the code.',
  ),
  atToken(
    aadsts(9002326),
    'client_auth_method_wrong',
    0.9,
    'Move the redirect URI to the platform “Single-page application” under Authentication: the browser may not redeem codes of “Web”.',
  ),
  atToken(
    aadsts(9002327),
    'client_auth_method_wrong',
    0.9,
    'Move the redirect URI to the platform “Web” under Authentication: a server may not redeem codes of “Single-page application”.',
  ),
  anywhere(aadsts(90023, 9002313, 90014), 'request_malformed', 0.8),
  anywhere(
    aadsts(900144),
    'content_type_wrong',
    0.6,
    'Send the parameters as application/x-www-form-urlencoded in the body.',
  ),
  anywhere(aadsts(900561, 90056), 'request_malformed', 0.9, 'Send a POST to the token endpoint, not a GET.'),
  anywhere(aadsts(90002, 90019, 50059, 90038, 900439, 900432, 900382, 50049), 'tenant_mismatch', 0.9),
  anywhere(
    aadsts(50194),
    'tenant_mismatch',
    0.9,
    'Put the tenant id in place of “common”, or choose accounts in any directory under Authentication → Supported account types.',
  ),
  anywhere(
    aadsts(9001023, 9002332, 90124, 90130),
    'tenant_mismatch',
    0.9,
    'Use /organizations or the tenant id in place of this tenant segment.',
  ),
  anywhere(
    aadsts(9002346),
    'tenant_mismatch',
    0.9,
    'Use /consumers: the application is for Microsoft accounts only.',
  ),
  anywhere(
    aadsts(50020, 500208, 51004),
    'tenant_mismatch',
    0.85,
    'Invite the user to the tenant as a guest, or change Authentication → Supported account types.',
  ),
  anywhere(aadsts(500201), 'tenant_mismatch', 0.85, 'Use the endpoints below /oauth2/v2.0/.'),
  anywhere(aadsts(50034), 'user_credentials_wrong', 0.8),
  anywhere(aadsts(50126), 'user_credentials_wrong', 0.97),
  anywhere(aadsts(65001, 90008, 650056), 'consent_required', 0.95),
  anywhere(aadsts(65004), 'access_denied', 0.95),
  anywhere(
    aadsts(90094, 90095),
    'consent_required',
    0.95,
    'Have an administrator press API permissions → Grant admin consent.',
  ),
  anywhere(aadsts(650052, 500011, 50001, 650057, 901002, 501461), 'resource_invalid', 0.9),
  anywhere(aadsts(70011, 28002, 28003, 700022), 'scope_invalid', 0.95),
  atToken(
    aadsts(1002012),
    'scope_invalid',
    0.97,
    'Ask for the resource’s /.default scope with client credentials.',
  ),
  anywhere(
    aadsts(50105),
    'access_denied',
    0.97,
    'Assign the user under Enterprise applications → the application → Users and groups.',
  ),
  atAuthorize(aadsts(50058), 'login_required', 0.95),
  anywhere(
    aadsts(16000, 50076, 50079, 50074, 50072, 50078, 50097, 700020, 50055, 50140, 50199),
    'interaction_required',
    0.95,
  ),
  anywhere(
    aadsts(53000, 53001, 53003, 530003, 530032, 530035, 700003),
    'interaction_required',
    0.9,
    'Find the policy in Entra ID → Sign-in logs by the correlation id; the user’s device or place does not meet Conditional Access.',
  ),
  anywhere(aadsts(50057, 50053), 'access_denied', 0.9, 'Enable or unblock the account under Users.'),
  anywhere(aadsts(50196), 'rate_limited', 0.9, 'Keep and reuse the tokens: the client asks again and again.'),
  anywhere(aadsts(70003), 'grant_type_unsupported', 0.95),
  atToken(aadsts(7000114), 'grant_type_not_allowed', 0.9),
  atAuthorize(
    aadsts(70005, 700054),
    'grant_type_not_allowed',
    0.95,
    'Use response_type=code, or tick the token under Authentication → Implicit grant and hybrid flows.',
  ),
  atAuthorize(aadsts(70007), 'request_malformed', 0.95),
  atToken(aadsts(70018), 'code_unknown', 0.7),
  atToken(aadsts(70019), 'device_code_expired', 0.95),
  anywhere(aadsts(80013, 76026), 'clock_skew', 0.95),
  anywhere(aadsts(90033, 90024), 'server_error', 0.9),
];

/** Where things are set, for Entra ID and External ID. */
export const entraFixes: Provider['fixes'] = {
  client_unknown:
    'Compare client_id with App registrations → the application → Overview, and the tenant in the URL with Directory (tenant) ID.',
  client_secret_wrong:
    'Send the secret’s Value, not its Secret ID; make a new one under Certificates & secrets when the value is lost.',
  client_secret_expired: 'Add a new client secret under Certificates & secrets and replace the expired one.',
  client_secret_missing:
    'Send the secret, or move the redirect URI to “Single-page application” or “Mobile and desktop” under Authentication.',
  public_client_sent_secret: 'Leave the secret out, or register the redirect URI under Authentication → Web.',
  client_assertion_invalid:
    'Upload the certificate under Certificates & secrets → Certificates, and check the assertion’s aud, x5t and exp.',
  redirect_uri_not_registered: 'Add the exact URI under Authentication, on the platform the application is.',
  tenant_mismatch:
    'Put the same tenant in the path of both endpoints, on the host of the same national cloud.',
  consent_required: 'Send the user through an interactive request, or grant consent under API permissions.',
  resource_invalid:
    'Compare the resource with Expose an API → Application ID URI, and add it under API permissions.',
  scope_invalid: 'Write scopes as Application ID URI + / + scope name, of one resource per request.',
  refresh_token_expired: 'Sign in again; refresh tokens of a single-page application end after 24 hours.',
  refresh_token_revoked: 'Sign in again; a password change or an administrator ended the session.',
  interaction_required: 'Repeat the request interactively, and pass on the claims challenge if there is one.',
};

/** Microsoft Entra ID with its national clouds; the tenant is the first path segment. */
export const entra: Provider = {
  id: 'entra',
  name: 'Microsoft Entra ID',
  documentation: {
    title: 'Microsoft Entra: authentication error codes',
    url: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
  },
  console: 'Entra admin centre → App registrations → the application',
  hosts: [new RegExp(`^(?:${publicCloud}|${governmentCloud}|${chineseCloud}|${sovereignClouds})$`)],
  paths: [],
  tenants: [
    { url: new RegExp(`^https://(?:${publicCloud})(?::443)?/(?<tenant>[^/?#]+)`, 'i'), key: '{tenant:lc}' },
    {
      url: new RegExp(`^https://(?:${governmentCloud})(?::443)?/(?<tenant>[^/?#]+)`, 'i'),
      key: 'us/{tenant:lc}',
    },
    {
      url: new RegExp(`^https://(?:${chineseCloud})(?::443)?/(?<tenant>[^/?#]+)`, 'i'),
      key: 'cn/{tenant:lc}',
    },
    {
      url: new RegExp(`^https://(?<cloud>${sovereignClouds})(?::443)?/(?<tenant>[^/?#]+)`, 'i'),
      key: '{cloud:lc}/{tenant:lc}',
    },
  ],
  anyTenant: ['common', 'organizations', 'consumers'],
  tenantAliases: { '9188040d-6c67-4c5b-b112-36a304b66dad': 'consumers' },
  codeLifetime: codesLive(600, {
    title: 'Microsoft identity platform: authorization code flow',
    url: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
  }),
  refreshTokens: { idleDays: 90, rotation: 'never' },
  redirectMatching: { rule: 'exact', anyPort: 'localhost', addsSlash: true },
  clientAuthentication: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
  errors: entraErrors,
  fixes: entraFixes,
};
