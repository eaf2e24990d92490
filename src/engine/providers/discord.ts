import { atAuthorize, atToken, oneTenant, secrets } from './facts.ts';
import type { Provider } from './provider.ts';

/** Discord, with its test channels and its older domain. */
export const discord: Provider = {
  id: 'discord',
  name: 'Discord',
  documentation: { title: 'Discord: OAuth2', url: 'https://discord.com/developers/docs/topics/oauth2' },
  console: 'Discord Developer Portal → Applications → the application → OAuth2',
  hosts: [/^(?:(?:www|ptb|canary)\.)?discord(?:app)?\.com$/],
  paths: [],
  tenants: oneTenant,
  codeLifetime: undefined,
  refreshTokens: { rotation: 'always' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: secrets,
  errors: [
    atToken(/Invalid \\?"code\\?" in request/, 'code_unknown', 0.45),
    atToken(/Invalid \\?"redirect_uri\\?" in request/, 'redirect_uri_mismatch_at_token', 0.95),
    atAuthorize(/Invalid OAuth2 redirect_uri/, 'redirect_uri_not_registered', 0.97),
  ],
  fixes: {
    client_unknown: 'Compare client_id with OAuth2 → Client information → Client ID.',
    client_secret_wrong: 'Compare the secret with OAuth2 → Client information, or reset it there.',
    redirect_uri_not_registered: 'Add the exact URI under OAuth2 → Redirects.',
  },
};
