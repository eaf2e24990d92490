import { anywhere, atAuthorize, atToken, codesLive, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** GitHub, its enterprise clouds and servers; errors come with status 200, form-encoded unless JSON is asked for. */
export const github: Provider = {
  id: 'github',
  name: 'GitHub',
  documentation: {
    title: 'GitHub: troubleshooting OAuth access token request errors',
    url: 'https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors',
  },
  console: 'GitHub → Settings → Developer settings → the app',
  hosts: [/^(?:github\.com|api\.github\.com|(?:api\.)?[a-z0-9-]{1,63}\.ghe\.com)$/],
  paths: [],
  tenants: [
    { url: /^https:\/\/(?:api\.)?github\.com(?:[:/?#]|$)/i, key: '' },
    {
      url: /^https:\/\/(?:api\.)?(?<enterprise>[a-z0-9-]{1,63})\.ghe\.com(?:[:/?#]|$)/i,
      key: '{enterprise:lc}',
    },
  ],
  codeLifetime: codesLive(600, {
    title: 'GitHub: authorizing OAuth apps',
    url: 'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps',
  }),
  refreshTokens: { days: 180, rotation: 'always' },
  redirectMatching: { rule: 'path below', anyPort: 'loopback address' },
  clientAuthentication: ['client_secret_post', 'client_secret_basic'],
  errors: [
    atToken(/incorrect_client_credentials/, 'client_secret_wrong', 0.8),
    atToken(/bad_verification_code/, 'code_unknown', 0.45),
    saying(
      'The redirect_uri of the token request is not below the app’s callback URL.',
      atToken(
        /redirect_uri_mismatch/,
        'redirect_uri_mismatch_at_token',
        0.95,
        'Leave redirect_uri out, or send one below Developer settings → the app → Authorization callback URL.',
      ),
    ),
    atAuthorize(/redirect_uri_mismatch|redirect_uri MUST match/, 'redirect_uri_not_registered', 0.97),
    atToken(
      /unverified_user_email/,
      'interaction_required',
      0.9,
      'Have the user verify the primary e-mail address.',
    ),
    saying(
      'GitHub has suspended the app.',
      atAuthorize(
        /application_suspended/,
        'client_unknown',
        0.9,
        'Ask GitHub support why the app was suspended.',
      ),
    ),
    atToken(/bad_refresh_token/, 'refresh_token_expired', 0.5),
    atToken(/\bexpired_token\b/, 'device_code_expired', 0.95),
    atToken(/incorrect_device_code/, 'code_unknown', 0.8),
    saying(
      'The device flow is switched off for the app.',
      anywhere(
        /device_flow_disabled/,
        'grant_type_not_allowed',
        0.97,
        'Tick Enable Device Flow in the app’s settings.',
      ),
    ),
  ],
  fixes: {
    client_secret_wrong:
      'Compare Client ID and secret with Developer settings → the app, or generate a new client secret.',
    client_unknown: 'Compare client_id with Developer settings → the app → Client ID.',
    redirect_uri_not_registered:
      'Put the URI, or a directory above it on the same host and port, into Authorization callback URL.',
    refresh_token_expired:
      'Sign in again, and keep the newest refresh token: each use ends the one before, and six months end it.',
    code_unknown: 'Redeem the code once and within ten minutes, with the app that asked for it.',
  },
};
