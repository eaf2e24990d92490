import { anywhere, atAuthorize, atToken } from './facts.ts';
import type { Provider } from './provider.ts';

/** Shopify: the shop is the tenant, as a host or in the administration’s path. */
export const shopify: Provider = {
  id: 'shopify',
  name: 'Shopify',
  documentation: {
    title: 'Shopify: authentication and authorization',
    url: 'https://shopify.dev/docs/apps/build/authentication-authorization',
  },
  console: 'Shopify Partner Dashboard → Apps → the app',
  hosts: [/^[a-z0-9][a-z0-9-]{0,62}\.myshopify\.com$/, /^admin\.shopify\.com$/],
  paths: [],
  tenants: [
    { url: /^https:\/\/(?<shop>[a-z0-9][a-z0-9-]*)\.myshopify\.com(?:[:/?#]|$)/i, key: '{shop:lc}' },
    { url: /^https:\/\/admin\.shopify\.com\/store\/(?<shop>[a-z0-9-]+)(?:[/?#]|$)/i, key: '{shop:lc}' },
  ],
  codeLifetime: undefined,
  refreshTokens: { rotation: undefined },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: ['client_secret_post'],
  departs: 'answers without token_type',
  errors: [
    atToken(/authorization code was not found or was already used/, 'code_reused', 0.6),
    atAuthorize(
      /redirect_uri is not whitelisted|redirect_uri and application url must have matching hosts/,
      'redirect_uri_not_registered',
      0.97,
    ),
    anywhere(
      /Could not find Shopify API application with api_key|application cannot be found|application_cannot_be_found/i,
      'client_unknown',
      0.95,
    ),
  ],
  fixes: {
    client_unknown: 'Compare client_id with the app’s Settings → Credentials → Client ID.',
    client_secret_wrong: 'Compare the secret with the app’s Settings → Credentials.',
    redirect_uri_not_registered:
      'Add the URL under the app’s configuration → Allowed redirection URL(s), on the host of the App URL.',
    tenant_mismatch: 'Send the token request to the shop that sent the code.',
  },
};
