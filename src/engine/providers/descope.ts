import { anywhere, secretsOrNone } from './facts.ts';
import type { Provider } from './provider.ts';

/** Descope: a project per tenant; its id begins the client_id and ends the issuer. */
export const descope: Provider = {
  id: 'descope',
  name: 'Descope',
  documentation: {
    title: 'Descope: OpenID Connect endpoints',
    url: 'https://docs.descope.com/identity-federation/applications/oidc-apps',
  },
  console: 'Descope console → Applications → the application',
  hosts: [/^api\.(?:[a-z0-9]{1,20}\.)?descope\.com$/],
  paths: [],
  tenants: [
    {
      url: /^https:\/\/api\.(?:[a-z0-9]{1,20}\.)?descope\.com\/(?<project>P[A-Za-z0-9]{20,40})(?:[/?#]|$)/i,
      key: '{project}',
    },
    {
      url: /^https:\/\/api\.(?:[a-z0-9]{1,20}\.)?descope\.com\/oauth2\/v1\/authorize\?(?:[^#&]*&)*?client_id=(?<project>P[A-Za-z0-9]{20,40})/,
      key: '{project}',
    },
  ],
  codeLifetime: undefined,
  refreshTokens: { rotation: undefined },
  redirectMatching: { rule: 'exact', anyPort: undefined },
  clientAuthentication: secretsOrNone,
  errors: [anywhere(/\bE\d{6,9}\b/, 'other', 0.3)],
  fixes: {
    client_unknown: 'Compare client_id with the project’s id, Project → Settings.',
    redirect_uri_not_registered:
      'Add the URL under Project → Settings → Approved Domains, and the application’s redirect URLs.',
    client_secret_wrong: 'Use an access key of this project: Management → Access Keys.',
  },
};
