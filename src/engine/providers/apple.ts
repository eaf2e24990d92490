import { atAuthorize, atToken, codesLive, oneTenant, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** Sign in with Apple; the client secret is a signed JWT that lives six months at most. */
export const apple: Provider = {
  id: 'apple',
  name: 'Sign in with Apple',
  documentation: {
    title: 'Sign in with Apple: generate and validate tokens',
    url: 'https://developer.apple.com/documentation/signinwithapplerestapi/generate-and-validate-tokens',
  },
  console: 'Apple Developer → Certificates, Identifiers & Profiles → Identifiers → the Services ID',
  hosts: [/^(?:appleid|account)\.apple\.com$/],
  paths: [],
  tenants: oneTenant,
  codeLifetime: codesLive(300, {
    title: 'Sign in with Apple: generate and validate tokens',
    url: 'https://developer.apple.com/documentation/signinwithapplerestapi/generate-and-validate-tokens',
  }),
  refreshTokens: { rotation: 'never' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: ['client_secret_post'],
  errors: [
    atToken(/code has expired or has been revoked/, 'code_expired', 0.5),
    atToken(/code was not issued to/, 'code_other_client', 0.97),
    atToken(/(?:^|\n)invalid_client$/, 'client_secret_expired', 0.5),
    atAuthorize(/invalid client id or web redirect url/i, 'client_unknown', 0.5),
    atAuthorize(/invalid (?:web )?redirect ur[li]/i, 'redirect_uri_not_registered', 0.95),
    atAuthorize(/invalid client/i, 'client_unknown', 0.85),
    saying('The user cancelled.', atAuthorize(/user_cancelled_authorize/, 'access_denied', 0.97)),
  ],
  fixes: {
    client_unknown: 'Use the Services ID for the web and the App ID (bundle id) in the app.',
    client_secret_wrong:
      'Sign the client secret with ES256: kid the key’s id, iss the Team ID, sub the client_id, aud https://appleid.apple.com.',
    client_secret_expired: 'Sign a new client secret: the JWT may live six months at most.',
    redirect_uri_not_registered:
      'Add the https URL under the Services ID → Sign in with Apple → Configure → Return URLs.',
  },
};
