import { generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider, { type ClientMetadata, type Configuration, type JWKS } from 'oidc-provider';
import { shortCodeLifetime, shortLived, withoutCors } from './clients.ts';
import { interact } from './interaction.ts';
import type { Listening } from './listen.ts';
import { createMemoryAdapter } from './memory-adapter.ts';

/** What a token endpoint answered. */
export interface TokenAnswer {
  /** Status, and for a refusal the error and its description: all that a client sees. */
  readonly words: string;
  /** For a refusal the reason in the server's private words, which it tells nobody else. */
  readonly refusal: string | undefined;
}

/**
 * Puts a real authorization server of its own keys, sessions and codes behind `at`. Its issuer is the origin.
 * `onTokenAnswer` hears how each token request ended; `settings` replace the tenant's usual ones.
 */
export function serveTenant(
  at: Listening,
  name: string,
  clients: ClientMetadata[],
  onTokenAnswer: (answer: TokenAnswer) => void,
  settings: Configuration = {},
): Provider {
  const provider = new Provider(at.origin, {
    adapter: createMemoryAdapter(),
    clients,
    jwks: settings.jwks ?? signingKeys(),
    cookies: {
      keys: [randomBytes(16).toString('hex')],
      // Cookies do not know ports: two tenants on one host need names of their own.
      names: { session: `${name}_session`, interaction: `${name}_interaction`, resume: `${name}_resume` },
    },
    claims: { openid: ['sub'], profile: ['name'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, name: `${sub} of ${name}` }) }),
    clientBasedCORS: (_, __, client) => client.clientId !== withoutCors,
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false }, resourceIndicators: { enabled: false } },
    ttl: {
      AuthorizationCode: (_, __, client) => (shortLived.has(client.clientId) ? shortCodeLifetime : 60),
      AccessToken: 3600,
      Grant: 3600,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: 3600,
      Session: 3600,
    },
    ...settings,
  });
  provider.on('grant.success', () => onTokenAnswer({ words: '200, tokens issued', refusal: undefined }));
  provider.on('grant.error', (_, { statusCode, error, error_description, error_detail }) =>
    onTokenAnswer({
      words: `${statusCode} ${[error, error_description].filter(Boolean).join(': ')}`,
      refusal: error_detail ?? error_description ?? error,
    }),
  );
  // Made with the first request, so that what a test puts before the provider's own steps is among them.
  let serve: ReturnType<Provider['callback']> | undefined;
  at.server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) {
      serve ??= provider.callback();
      void serve(request, response);
      return;
    }
    interact(provider, request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  return provider;
}

/** A new key of a tenant's own. */
export function signingKeys(): JWKS {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { keys: [{ ...privateKey.export({ format: 'jwk' }), kty: 'RSA', use: 'sig', alg: 'RS256' }] };
}
