import type { ClientMetadata } from 'oidc-provider';

/** Seconds that a code of the short-lived clients can be redeemed; everyone else's lives a minute. */
export const shortCodeLifetime = 2;

/** Secret of the confidential clients, good on loopback only. */
export const webClientSecret = 'loopback-only-secret-of-the-web-app';

/** Clients whose codes live `shortCodeLifetime`. */
export const shortLived: ReadonlySet<string> = new Set(['spa-short', 'web-short']);

/** The client whose origin the token endpoint does not allow. */
export const withoutCors = 'spa-no-cors';

const singlePage = ['spa', 'spa-short', 'spa-frame', withoutCors] as const;
const server = ['web', 'web-short'] as const;

/** The clients of a tenant; both tenants know the same ones, so that only the code tells the tenants apart. */
export function clientsOf(app: string, webApp: string): ClientMetadata[] {
  return [
    ...singlePage.map((client_id) => ({
      client_id,
      redirect_uris: [`${app}/callback.html`, `${app}/silent.html`],
      grant_types:
        client_id === 'spa-frame' ? ['authorization_code'] : ['authorization_code', 'refresh_token'],
      response_types: ['code' as const],
      token_endpoint_auth_method: 'none' as const,
    })),
    ...server.map((client_id) => ({
      client_id,
      client_secret: webClientSecret,
      redirect_uris: [`${webApp}/callback`],
      grant_types: ['authorization_code'],
      response_types: ['code' as const],
      token_endpoint_auth_method: 'client_secret_basic' as const,
    })),
  ];
}
