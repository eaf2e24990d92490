import { stringMember } from '../http/json.ts';
import { anywhere, atAuthorize, atToken, codesLive, secretsOrNone, saying } from './facts.ts';
import type { Provider } from './provider.ts';

/** Amazon Cognito user pools; the issuer host always differs from the host of the endpoints. */
export const cognito: Provider = {
  id: 'cognito',
  name: 'Amazon Cognito',
  documentation: {
    title: 'Amazon Cognito: token endpoint',
    url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html',
  },
  console: 'AWS console → Amazon Cognito → User pools → the pool → App clients → the client',
  hosts: [
    /^[a-z0-9-]{1,63}\.auth(?:-fips)?\.[a-z]{2}(?:-[a-z]+){1,3}-\d\.amazoncognito\.com$/,
    /^cognito-idp(?:-fips)?\.[a-z]{2}(?:-[a-z]+){1,3}-\d\.amazonaws\.com(?:\.cn)?$/,
  ],
  paths: [],
  metadata: (document) => /^https:\/\/cognito-idp[.-]/.test(stringMember(document, 'issuer') ?? ''),
  tenants: [
    {
      url: /^https:\/\/(?<prefix>[a-z0-9-]+)\.auth(?:-fips)?\.(?<region>[a-z0-9-]+)\.amazoncognito\.com(?:[/?#]|$)/i,
      key: '{region:lc}/{prefix:lc}',
    },
    {
      url: /^https:\/\/cognito-idp(?:-fips)?\.(?<region>[a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/(?<pool>[a-z0-9-]+_[A-Za-z0-9]+)/i,
      key: '{region:lc}/{pool}',
    },
  ],
  codeLifetime: codesLive(300, {
    title: 'Amazon Cognito: authorize endpoint',
    url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html',
  }),
  refreshTokens: { days: 30, rotation: 'by setting' },
  redirectMatching: { rule: 'exact', anyPort: 'none' },
  clientAuthentication: secretsOrNone,
  errors: [
    atAuthorize(/redirect_mismatch/, 'redirect_uri_not_registered', 0.97),
    atAuthorize(/Client[+ ]does[+ ]not[+ ]exist|Client%20does%20not%20exist/, 'client_unknown', 0.97),
    atAuthorize(/Required[+ ]parameters[+ ]missing/, 'request_malformed', 0.9),
    saying(
      'The upstream identity provider refused Cognito.',
      atAuthorize(
        /\b\w{1,40} Error - \d{3}|error getting token/,
        'server_error',
        0.7,
        'Check the upstream provider’s client id, secret and endpoints under Social and external providers.',
      ),
    ),
    saying(
      'Cognito got no answer from the upstream identity provider.',
      atAuthorize(
        /calling IdP token endpoint|calling jwks uri|Connection reset|Read timed out/,
        'network_failure',
        0.85,
      ),
    ),
    atToken(/invalid_client_secret|Unable to verify secret hash for client/, 'client_secret_wrong', 0.8),
    atToken(/(?:^|\n)unauthorized_client$/, 'grant_type_not_allowed', 0.8),
    anywhere(/Refresh Token has expired/, 'refresh_token_expired', 0.95),
    anywhere(/Refresh Token has been revoked/, 'refresh_token_revoked', 0.95),
    anywhere(/Invalid Refresh Token/, 'refresh_token_invalid', 0.85),
  ],
  fixes: {
    client_unknown: 'Compare client_id with App clients of the pool to which this domain belongs.',
    client_secret_wrong:
      'Compare the secret with App clients → the client → App client information → Client secret.',
    redirect_uri_not_registered:
      'Add the exact URL, slash included, under App clients → the client → Login pages → Allowed callback URLs.',
    post_logout_redirect_uri_not_registered:
      'Add the exact URL under App clients → the client → Login pages → Allowed sign-out URLs.',
    grant_type_not_allowed:
      'Tick the grant under App clients → the client → Login pages → OAuth grant types.',
    scope_invalid:
      'Tick the scope under App clients → the client → Login pages → OpenID Connect scopes or Custom scopes.',
    tenant_mismatch:
      'Use one user pool domain for both requests; the issuer’s host is another one by design.',
  },
};
