import { codesLive, lists, oneTenant, secretsOrNone } from './facts.ts';
import type { Provider } from './provider.ts';

/** LemonLDAP::NG, self-hosted; the token endpoint answers with bare codes. */
export const lemonldapNg: Provider = {
  id: 'lemonldap-ng',
  name: 'LemonLDAP::NG',
  documentation: {
    title: 'LemonLDAP::NG: OpenID Connect provider',
    url: 'https://lemonldap-ng.org/documentation/latest/idpopenidconnect.html',
  },
  console: 'LemonLDAP::NG Manager → OpenID Connect Relying Parties → the party → Options',
  hosts: [],
  paths: [/\/oauth2\/(?:checksession\.html|flogout|blogout)$/],
  metadata: (document) => lists(document, { check_session_iframe: '/oauth2/checksession.html' }),
  tenants: oneTenant,
  codeLifetime: codesLive(60, {
    title: 'LemonLDAP::NG: OpenID Connect service',
    url: 'https://lemonldap-ng.org/documentation/latest/openidconnectservice.html',
  }),
  refreshTokens: { days: 30, rotation: 'never' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: secretsOrNone,
  errors: [],
  fixes: {
    client_unknown: 'Compare client_id with Options → Basic → Client ID.',
    client_secret_wrong: 'Compare the secret with Options → Basic → Client Secret.',
    client_secret_missing: 'Send the secret, or set Options → Basic → Public client.',
    redirect_uri_not_registered:
      'Add the exact URI under Options → Basic → Allowed redirection addresses for login.',
    post_logout_redirect_uri_not_registered:
      'Add the exact URI under Options → Logout → Allowed redirection addresses for logout.',
    pkce_required: 'Send PKCE with S256; Options → Security → Require PKCE demands it.',
    grant_type_not_allowed: 'Allow the grant under Options → Security.',
    code_expired: 'Redeem the code at once, or raise Options → Timeouts → Authorization Code.',
  },
};
