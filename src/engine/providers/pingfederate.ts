import { atAuthorize, atToken, oneTenant } from './facts.ts';
import type { Provider } from './provider.ts';

/** PingFederate, self-hosted; its endpoints end in `.oauth2`. */
export const pingfederate: Provider = {
  id: 'pingfederate',
  name: 'PingFederate',
  documentation: {
    title: 'PingFederate: OAuth 2.0 endpoints',
    url: 'https://docs.pingidentity.com/pingfederate/latest/developers_reference_guide/pf_authoriz_endpoint.html',
  },
  console: 'PingFederate → Applications → OAuth → Clients → the client',
  hosts: [],
  paths: [
    /\/as\/(?:authorization|token|introspect|par|revoke_token|device_authz|clients)\.oauth2$/,
    /\/(?:pf\/JWKS|idp\/userinfo\.openid|idp\/startSLO\.ping)$/,
  ],
  tenants: oneTenant,
  codeLifetime: undefined,
  refreshTokens: { rotation: 'by setting' },
  redirectMatching: { rule: 'exact or wildcard', anyPort: undefined },
  clientAuthentication: [
    'client_secret_basic',
    'client_secret_post',
    'private_key_jwt',
    'tls_client_auth',
    'none',
  ],
  errors: [
    atToken(/Invalid client or client credentials/, 'client_secret_wrong', 0.7),
    atToken(/Authorization code is invalid or expired/, 'code_unknown', 0.35),
    atAuthorize(
      /invalid redirect_uri|redirect_uri[^.]{0,40}(?:invalid|mismatch)/i,
      'redirect_uri_not_registered',
      0.95,
    ),
    atToken(/token (?:not found|expired)/, 'refresh_token_expired', 0.5),
  ],
  fixes: {
    client_unknown:
      'Compare client_id with Applications → OAuth → Clients, and check that the client is enabled.',
    client_secret_wrong: 'Set the secret again under Clients → the client → Client Authentication.',
    client_auth_method_wrong:
      'Choose the method you send under Clients → the client → Client Authentication.',
    redirect_uri_not_registered: 'Add the URI under Clients → the client → Redirect URIs.',
    grant_type_not_allowed: 'Tick the grant under Clients → the client → Allowed Grant Types.',
    code_expired: 'Redeem the code at once, or raise System → OAuth Settings → Authorization Code Timeout.',
    refresh_token_reused: 'Check Clients → the client → Roll Refresh Token Values and its grace period.',
    cors_blocked: 'Add the page’s origin under System → OAuth Settings → Allowed Origins.',
  },
};
