import { anywhere, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** Firebase Authentication: a handler page per project, token exchange at two Google hosts; its errors are words in capitals. */
export const firebase: Provider = {
  id: 'firebase',
  name: 'Firebase Authentication',
  documentation: {
    title: 'Firebase Auth REST API',
    url: 'https://firebase.google.com/docs/reference/rest/auth',
  },
  console: 'Firebase console → the project → Authentication',
  hosts: [
    /^(?:identitytoolkit|securetoken)\.googleapis\.com$/,
    /^[a-z0-9-]{1,63}\.(?:firebaseapp\.com|web\.app)$/,
  ],
  paths: [/^\/__\/auth\/(?:handler|iframe)$/],
  tenants: [
    { url: /^https:\/\/securetoken\.google\.com\/(?<project>[a-z0-9-]+)/i, key: '{project}' },
    {
      url: /^https:\/\/(?<project>[a-z0-9-]{1,63})\.(?:firebaseapp\.com|web\.app)(?:[:/?#]|$)/i,
      key: '{project:lc}',
    },
  ],
  codeLifetime: undefined,
  refreshTokens: { rotation: 'never' },
  redirectMatching: { rule: 'exact', anyPort: undefined },
  clientAuthentication: ['none'],
  errors: [
    anywhere(/TOKEN_EXPIRED/, 'refresh_token_revoked', 0.8),
    anywhere(/INVALID_REFRESH_TOKEN/, 'refresh_token_invalid', 0.9),
    saying(
      'The refresh token and the API key belong to different Firebase projects.',
      anywhere(/PROJECT_NUMBER_MISMATCH|CREDENTIAL_MISMATCH/, 'tenant_mismatch', 0.95),
    ),
    anywhere(/INVALID_GRANT_TYPE/, 'grant_type_unsupported', 0.95),
    anywhere(/MISSING_REFRESH_TOKEN/, 'request_malformed', 0.95),
    saying(
      'The user was disabled or deleted.',
      anywhere(/USER_DISABLED|USER_NOT_FOUND/, 'grant_revoked', 0.95),
    ),
    anywhere(/INVALID_CUSTOM_TOKEN/, 'client_assertion_invalid', 0.9),
    saying(
      'The API key is not valid.',
      anywhere(/API_KEY_INVALID|API key not valid/, 'client_unknown', 0.95),
    ),
  ],
  fixes: {
    client_unknown: 'Use Project settings → General → Web API key of this project.',
    tenant_mismatch: 'Use the API key of the project that issued the token.',
    redirect_uri_not_registered: 'Add the domain under Authentication → Settings → Authorized domains.',
    client_assertion_invalid:
      'Sign the custom token with a service account of this project, with a right clock.',
  },
};
