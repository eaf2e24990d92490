import { text } from 'node:stream/consumers';
import OAuth2Server, { type PasswordModel, type Token } from '@node-oauth/oauth2-server';
import type { Listening } from '../servers/listen.ts';

const secret = 'loopbackonlysecretofapasswordclient';

/** The client that may send its user's password, as its Basic header names it. */
export const kiosk = { authorization: `Basic ${Buffer.from(`kiosk:${secret}`).toString('base64')}` };

/** What the server remembers: one client, one user, and tokens in memory. */
function createModel(): PasswordModel {
  const tokens = new Map<string, Token>();
  return {
    getClient: async (id, given) =>
      id === 'kiosk' && given === secret && { id, grants: ['password', 'refresh_token'] },
    getUser: async (name, password) => name === 'alice' && password === 'correct horse' && { id: name },
    validateScope: async (_, __, asked) => asked ?? ['orders'],
    saveToken: async (token, client, user) => {
      const kept = { ...token, client, user };
      tokens.set(token.accessToken, kept);
      return kept;
    },
    getAccessToken: async (value) => tokens.get(value),
  };
}

/** Serves the token endpoint of @node-oauth/oauth2-server, which still knows the password grant, at `at`. */
export function servePasswords(at: Listening): void {
  const server = new OAuth2Server({ model: createModel() });
  at.server.on('request', (request, response) => {
    const serve = async (): Promise<void> => {
      const told = new OAuth2Server.Response({});
      const asked = new OAuth2Server.Request({
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        ),
        method: request.method ?? 'GET',
        query: {},
        body: Object.fromEntries(new URLSearchParams(await text(request))),
      });
      // It writes its refusals into the answer, and throws them as well.
      await server.token(asked, told).catch((error: unknown) => {
        if (!(error instanceof OAuth2Server.OAuthError)) throw error;
      });
      const body: unknown = told.body;
      const status = told.status ?? 200;
      response.writeHead(status, { ...told.headers, 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    serve().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
}
