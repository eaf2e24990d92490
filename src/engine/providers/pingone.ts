import { anywhere, atAuthorize, atToken, keysOrSecrets, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** PingOne: an environment per tenant, named by a GUID, in one of several regions. */
export const pingone: Provider = {
  id: 'pingone',
  name: 'PingOne',
  documentation: {
    title: 'PingOne: OpenID Connect and OAuth 2.0',
    url: 'https://developer.pingidentity.com/pingone-api/auth/openid-connect-oauth-2.html',
  },
  console: 'PingOne admin console → Applications → the application',
  hosts: [/^auth\.pingone\.(?:com|ca|eu|com\.au|sg|asia)$/],
  paths: [/^\/[0-9a-f-]{36}\/as\/(?:authorize|token|par|userinfo|signoff)$/],
  tenants: [
    { url: /^https:\/\/[^/?#]+\/(?<environment>[0-9a-f-]{36})\/as(?:[/?#]|$)/i, key: '{environment:lc}' },
  ],
  codeLifetime: undefined,
  refreshTokens: { days: 30, rotation: 'by setting' },
  redirectMatching: { rule: 'exact or wildcard', anyPort: 'loopback' },
  clientAuthentication: keysOrSecrets,
  errors: [
    atAuthorize(/redirect URI mismatch/i, 'redirect_uri_not_registered', 0.97),
    atToken(/Unsupported authentication method/, 'client_auth_method_wrong', 0.9),
    atToken(/Invalid client credentials/, 'client_secret_wrong', 0.7),
    saying(
      'There is no environment with this id.',
      anywhere(/(?:requested resource|environment)[^.]{0,60}not[^.]{0,20}found/i, 'tenant_mismatch', 0.85),
    ),
  ],
  fixes: {
    client_unknown:
      'Compare client_id with Applications → the application → Overview of this environment, and enable it.',
    client_secret_wrong: 'Compare the secret with Applications → the application → Overview → Client Secret.',
    client_auth_method_wrong:
      'Choose the method you send under Configuration → Token Endpoint Authentication Method.',
    redirect_uri_not_registered: 'Add the URI under Configuration → Redirect URIs.',
    grant_type_not_allowed: 'Tick the grant under Configuration → Grant Type.',
    tenant_mismatch: 'Use one environment id and one region’s host in both URLs.',
    pkce_required: 'Send PKCE with S256; Configuration → PKCE Enforcement demands it.',
    scope_invalid: 'Allow the scope under Applications → the application → Resources.',
  },
};
