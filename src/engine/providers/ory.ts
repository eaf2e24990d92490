import { atAuthorize, anywhere, atToken, codesLive, lists, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** Ory Hydra, hosted by Ory Network or by oneself. */
export const ory: Provider = {
  id: 'ory',
  name: 'Ory Hydra',
  documentation: { title: 'Ory: OAuth 2.0 debugging', url: 'https://www.ory.com/docs/hydra/debug' },
  console: 'Ory Console → OAuth 2 → OAuth 2 Clients → the client',
  hosts: [/^[a-z0-9-]{1,63}\.projects\.oryapis\.com$/],
  paths: [/\/oauth2\/(?:sessions\/logout|fallbacks\/(?:error|login|consent))$/],
  metadata: (document) => lists(document, { token: '/oauth2/token', end_session: '/oauth2/sessions/logout' }),
  tenants: [
    {
      url: /^https:\/\/(?<project>[a-z0-9-]{1,63})\.projects\.oryapis\.com(?:[:/?#]|$)/i,
      key: '{project:lc}',
    },
  ],
  codeLifetime: codesLive(600, {
    title: 'Ory Hydra: ttl.auth_code',
    url: 'https://www.ory.com/docs/hydra/reference/configuration',
  }),
  refreshTokens: { days: 30, rotation: 'always' },
  redirectMatching: { rule: 'exact', anyPort: 'loopback address' },
  clientAuthentication: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
  errors: [
    anywhere(/requested OAuth 2\.0 Client does not exist/, 'client_unknown', 0.95),
    atToken(
      /supports client authentication method '[^']{1,40}', but method '[^']{1,40}' was requested/,
      'client_auth_method_wrong',
      0.97,
    ),
    atAuthorize(
      /'redirect_uri' parameter does not match any of the OAuth 2\.0 Client's/,
      'redirect_uri_not_registered',
      0.97,
    ),
    atToken(
      /Client ID from this request does not match the one from the authorize request/,
      'code_other_client',
      0.97,
    ),
    atToken(/"redirect_uri" from this request does not match/, 'redirect_uri_mismatch_at_token', 0.97),
    atToken(/authorization code has already been used/, 'code_reused', 0.97),
    atToken(/PKCE code challenge did not match the code verifier/, 'pkce_verifier_mismatch', 0.97),
    saying(
      'The code_verifier is not 43 to 128 of the allowed characters.',
      atToken(
        /PKCE code verifier (?:must be at least|can not be longer|must only contain)/,
        'pkce_verifier_mismatch',
        0.95,
      ),
    ),
    atToken(/verifier was provided but the code challenge was absent/, 'pkce_verifier_unexpected', 0.97),
    atAuthorize(/must include a code_challenge/, 'pkce_required', 0.97),
    atToken(/refresh token was already used|token_inactive/, 'refresh_token_reused', 0.95),
    atToken(/refresh token expired/, 'refresh_token_expired', 0.95),
    atToken(/refresh token is malformed or not valid/, 'refresh_token_invalid', 0.85),
    atToken(/because of multiple concurrent requests/, 'refresh_token_reused', 0.9),
    saying(
      'The state is missing or too short.',
      atAuthorize(
        /state is missing or does not have enough characters|must be at least be \d{1,3} characters long/,
        'request_malformed',
        0.95,
        'Send a random state of at least eight characters.',
      ),
    ),
    anywhere(/Client is not allowed to request scope/, 'scope_invalid', 0.97),
    atToken(/not allowed to use authorization grant/, 'grant_type_not_allowed', 0.97),
    atToken(/error is unrecognizable: Token is expired/, 'clock_skew', 0.7),
    saying(
      'The client assertion was used before.',
      atToken(
        /jti_known|jti was already used/,
        'client_assertion_invalid',
        0.95,
        'Send a new jti in every assertion.',
      ),
    ),
  ],
  fixes: {
    client_unknown: 'Compare client_id with the clients of this project (ory list oauth2-clients).',
    client_secret_wrong: 'Set a new secret on the client: Hydra keeps only its hash.',
    client_auth_method_wrong:
      'Set the client’s token_endpoint_auth_method to the method you send, or send that one.',
    redirect_uri_not_registered: 'Add the exact URI, query included, to the client’s redirect_uris.',
    grant_type_not_allowed: 'Add the grant to the client’s grant_types.',
    scope_invalid: 'Add the scope to the client’s scope.',
    refresh_token_reused: 'Serialise refreshes, or set a grace period for refresh token rotation.',
    pkce_required: 'Send PKCE with S256; oauth2.pkce.enforced demands it.',
  },
};
