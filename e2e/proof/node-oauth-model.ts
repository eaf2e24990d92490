import type {
  AuthorizationCode,
  AuthorizationCodeModel,
  Client,
  PasswordModel,
  RefreshTokenModel,
  Token,
} from '@node-oauth/oauth2-server';

/** A secret of letters alone (and so are the clients’ names): this server takes the Basic header as it is, without the decoding of RFC 6749 §2.3.1. */
export const plainSecret = 'loopbackonlysecretoftheproofclients';

const scopes: readonly string[] = ['profile', 'read'];

/** What the server remembers: clients, codes and tokens, in memory. */
export function createNodeOAuthModel(
  app: string,
): AuthorizationCodeModel & RefreshTokenModel & PasswordModel {
  const redirectUris = [`${app}/callback`];
  const usual = ['authorization_code', 'refresh_token'];
  const clients: readonly (Client & { readonly secret?: string })[] = [
    { id: 'web', secret: plainSecret, redirectUris, grants: usual },
    { id: 'other', secret: plainSecret, redirectUris, grants: usual },
    { id: 'once', secret: plainSecret, redirectUris, grants: ['authorization_code'] },
    { id: 'spa', redirectUris, grants: usual },
    { id: 'kiosk', secret: plainSecret, redirectUris, grants: ['password'] },
  ];
  const codes = new Map<string, AuthorizationCode>();
  const tokens = new Map<string, Token>();
  return {
    // The authorization endpoint asks with null, a public client's token request with nothing.
    getClient: async (id, given: string | null | undefined) =>
      clients.find((each) => each.id === id && (given === null || each.secret === (given ?? undefined))),
    validateScope: async (_, __, asked = []) => asked.every((scope) => scopes.includes(scope)) && asked,
    saveAuthorizationCode: async (code, client, user) => {
      const kept = { ...code, client, user };
      codes.set(code.authorizationCode, kept);
      return kept;
    },
    getAuthorizationCode: async (code) => codes.get(code),
    revokeAuthorizationCode: async ({ authorizationCode }) => codes.delete(authorizationCode),
    saveToken: async (token, client, user) => {
      const kept = { ...token, client, user };
      if (token.refreshToken !== undefined) tokens.set(token.refreshToken, kept);
      return kept;
    },
    getUser: async (name, password) =>
      name === 'alice' && password === 'correct horse' ? { id: 'alice' } : undefined,
    getAccessToken: async () => undefined,
    getRefreshToken: async (value) => {
      const token = tokens.get(value);
      return token === undefined ? undefined : { ...token, refreshToken: value };
    },
    revokeToken: async ({ refreshToken }) => tokens.delete(refreshToken),
  };
}
