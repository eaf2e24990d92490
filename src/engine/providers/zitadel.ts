import { anywhere, atAuthorize, atToken, lists, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** Zitadel, hosted or self-hosted; the tenant is the instance’s domain. */
export const zitadel: Provider = {
  id: 'zitadel',
  name: 'Zitadel',
  documentation: {
    title: 'Zitadel: OpenID Connect endpoints',
    url: 'https://zitadel.com/docs/apis/openidoauth/endpoints',
  },
  console: 'Zitadel console → Projects → the project → Applications → the application',
  hosts: [/^[a-z0-9-]{1,63}(?:\.(?:us|eu|au|ch)\d?)?\.zitadel\.cloud$/],
  paths: [/\/oidc\/v1\/(?:userinfo|end_session)$/],
  metadata: (document) =>
    lists(document, { authorization: '/oauth/v2/authorize', end_session: '/oidc/v1/end_session' }),
  tenants: [],
  codeLifetime: undefined,
  refreshTokens: { days: 90, idleDays: 30, rotation: 'always' },
  redirectMatching: { rule: 'exact', anyPort: undefined },
  clientAuthentication: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
  errors: [
    atAuthorize(
      /requested redirect_uri is missing in the client configuration/,
      'redirect_uri_not_registered',
      0.97,
    ),
    saying(
      'The type of the application does not allow a redirect_uri of this scheme.',
      atAuthorize(
        /redirect_uri is (?:http and is not allowed|using a custom schema and is not allowed)/,
        'redirect_uri_not_registered',
        0.97,
        'Tick Development Mode for http, or choose the application type Native for a scheme of your own.',
      ),
    ),
    atAuthorize(/unable to retrieve client by id/, 'client_unknown', 0.9),
    atToken(/redirect_uri does not correspond/, 'redirect_uri_mismatch_at_token', 0.97),
    atToken(/invalid code_verifier/, 'pkce_verifier_mismatch', 0.97),
    atToken(/code_verifier required/, 'pkce_verifier_missing', 0.97),
    atToken(/code_verifier unexpectedly provided/, 'pkce_verifier_unexpected', 0.97),
    anywhere(/PKCE required/, 'pkce_required', 0.95),
    atToken(/\ninvalid code$/, 'code_unknown', 0.45),
    atToken(
      /auth_method (?:post|private_key_jwt) not supported|private_key_jwt not allowed for this client/,
      'client_auth_method_wrong',
      0.97,
    ),
    atToken(/client authentication must not use more than one method/, 'client_auth_multiple', 0.97),
    atToken(/invalid client_id \/ client_secret/, 'client_secret_wrong', 0.8),
    atToken(/invalid basic auth header/, 'client_auth_malformed', 0.95),
    atToken(/client missing grant type/, 'grant_type_not_allowed', 0.95),
  ],
  fixes: {
    client_unknown: 'Compare client_id with the application’s Client ID on this instance’s domain.',
    client_secret_wrong: 'Regenerate the secret under the application → Actions → Regenerate Client Secret.',
    client_auth_method_wrong:
      'Choose the method you send under the application → Configuration → Authentication Method.',
    redirect_uri_not_registered: 'Add the exact URI under the application → Redirect Settings.',
    post_logout_redirect_uri_not_registered:
      'Add the exact URI under the application → Redirect Settings → Post Logout URIs.',
    grant_type_not_allowed: 'Tick the grant under the application → Configuration → Grant Types.',
  },
};
