import type { Provider } from './provider.ts';

/** Amazon Cognito user pools; the issuer host always differs from the host of the endpoints. */
export const cognito: Provider = {
  id: 'cognito',
  name: 'Amazon Cognito',
  hosts: [
    /^[a-z0-9-]+\.auth(?:-fips)?\.[a-z]{2}(?:-[a-z]+)+-\d\.amazoncognito\.com$/,
    /^cognito-idp(?:-fips)?\.[a-z]{2}(?:-[a-z]+)+-\d\.amazonaws\.com$/,
  ],
  paths: [],
  tenants: [
    {
      url: /^https:\/\/(?<prefix>[a-z0-9-]+)\.auth(?:-fips)?\.(?<region>[a-z0-9-]+)\.amazoncognito\.com(?:[/?#]|$)/i,
      key: '{region:lc}/{prefix:lc}',
    },
  ],
  codeLifetime: {
    milliseconds: 300_000,
    source: {
      title: 'Amazon Cognito: authorize endpoint',
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html',
    },
  },
  errors: [
    { at: 'authorize', says: /redirect_mismatch/, cause: 'redirect_uri_not_registered', strength: 0.97 },
    {
      at: 'authorize',
      says: /Client(?:\+|%20| )does(?:\+|%20| )not(?:\+|%20| )exist/,
      cause: 'client_unknown',
      strength: 0.97,
    },
    { at: 'token', says: /invalid_client_secret/, cause: 'client_secret_wrong', strength: 0.8 },
  ],
};
