import { anywhere, atAuthorize, atToken, codesLive, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** SAP Identity Authentication, and XSUAA (Cloud Foundry UAA), whose issuer is its token URL. */
export const sap: Provider = {
  id: 'sap',
  name: 'SAP',
  documentation: { title: 'Cloud Foundry UAA: API reference', url: 'https://docs.cloudfoundry.org/api/uaa/' },
  console:
    'SAP Cloud Identity Services administration console → Applications → the application; for XSUAA xs-security.json',
  hosts: [
    /^[a-z0-9-]{1,63}\.(?:accounts|trial-accounts|accounts400)\.(?:ondemand\.com|cloud\.sap)$/,
    /^[a-z0-9-]{1,63}\.authentication(?:\.cert)?\.[a-z0-9-]{1,20}\.hana\.ondemand\.com$/,
  ],
  paths: [],
  tenants: [
    {
      url: /^https:\/\/(?<tenant>[a-z0-9-]+)\.(?:trial-)?accounts(?:400)?\.(?:ondemand\.com|cloud\.sap)(?:[:/?#]|$)/i,
      key: '{tenant:lc}',
    },
    {
      url: /^https:\/\/(?<account>[a-z0-9-]+)\.authentication(?:\.cert)?\.(?<region>[a-z0-9-]+)\.hana\.ondemand\.com(?:[:/?#]|$)/i,
      key: '{account:lc}.{region:lc}',
    },
  ],
  codeLifetime: codesLive(300, {
    title: 'Cloud Foundry UAA: API reference',
    url: 'https://docs.cloudfoundry.org/api/uaa/',
  }),
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
    atToken(/Invalid code verifier/, 'pkce_verifier_mismatch', 0.97),
    atToken(/PKCE error/, 'pkce_verifier_missing', 0.6),
    saying(
      'A public client must send code_challenge_method=S256.',
      anywhere(/Public client must use code challange method S256/, 'pkce_required', 0.97),
    ),
    atToken(/Given client ID does not match authenticated client/, 'code_other_client', 0.85),
    atToken(/Unauthorized grant type/, 'grant_type_not_allowed', 0.97),
    atToken(/Missing grant type/, 'request_malformed', 0.95),
    atToken(/bad (?:client )?credentials/i, 'client_secret_wrong', 0.8),
    atToken(/Authorization code expired/, 'code_expired', 0.95),
    atToken(/Invalid authorization code/, 'code_unknown', 0.45),
    atToken(/Redirect URI mismatch/, 'redirect_uri_mismatch_at_token', 0.95),
    saying(
      'The redirect_uri of the token request is not one that is registered.',
      atToken(/does not match one of the registered values/, 'redirect_uri_mismatch_at_token', 0.9),
    ),
    atAuthorize(
      /Invalid redirect|does not match one of the registered values/,
      'redirect_uri_not_registered',
      0.97,
    ),
    atToken(/Invalid refresh token/, 'refresh_token_invalid', 0.8),
  ],
  fixes: {
    client_unknown: 'Use clientid and url of one and the same service binding.',
    client_secret_wrong: 'Bind the service again, or make a new key: the secret belongs to the binding.',
    redirect_uri_not_registered:
      'Add the URI to oauth2-configuration.redirect-uris in xs-security.json, or to the application’s Redirect URIs.',
    grant_type_not_allowed: 'Add the grant to oauth2-configuration.grant-types in xs-security.json.',
    tenant_mismatch: 'Use the sub-account’s own host in both URLs.',
  },
};
