import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import OAuth2Server from '@node-oauth/oauth2-server';
import type * as client from 'openid-client';
import { createNodeOAuthModel } from './node-oauth-model.ts';
import type { Stage } from './stage.ts';

const loginPage = `<!doctype html><title>Log in</title><form method="post">
<input name="user"><input name="password" type="password"><button name="answer" value="allow">Allow</button></form>`;

/** Seconds that codes and refresh tokens live. */
interface Lifetimes {
  readonly code?: number;
  readonly refresh?: number;
}

const words = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/** Puts @node-oauth/oauth2-server on the stage, in a front as its documentation builds one; no discovery document. */
export async function serveNodeOAuth(
  stage: Stage,
  { code = 300, refresh = 3600 }: Lifetimes = {},
): Promise<client.ServerMetadata> {
  const at = await stage.listen();
  const server = new OAuth2Server({ model: createNodeOAuthModel(stage.app) });
  const sessions = new Map<string, 'allow' | 'deny'>();

  const sessionOf = ({ headers: { cookie = '' } }: IncomingMessage): 'allow' | 'deny' | undefined =>
    sessions.get(/sid=([^;]+)/u.exec(cookie)?.[1] ?? '');

  async function logIn(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (request.method !== 'POST') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(loginPage);
      return;
    }
    const sid = randomUUID();
    sessions.set(sid, new URLSearchParams(await text(request)).get('answer') === 'deny' ? 'deny' : 'allow');
    const location = `/authorize?${url.searchParams.get('query') ?? ''}`;
    response.writeHead(303, { location, 'set-cookie': `sid=${sid}; Path=/; HttpOnly` }).end();
  }

  async function answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const answered = sessionOf(request);
    const isAuthorization = url.pathname === '/authorize';
    const query = Object.fromEntries(url.searchParams);
    const asked = new OAuth2Server.Request({
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      method: request.method ?? 'GET',
      query: answered === 'deny' ? { ...query, allowed: 'false' } : query,
      body: Object.fromEntries(new URLSearchParams(await text(request))),
    });
    const told = new OAuth2Server.Response({});
    let refusal: unknown;
    try {
      if (isAuthorization)
        await server.authorize(asked, told, {
          authorizationCodeLifetime: code,
          authenticateHandler: { handle: () => ({ id: 'alice' }) },
        });
      else
        await server.token(asked, told, {
          refreshTokenLifetime: refresh,
          requireClientAuthentication: { refresh_token: false },
        });
    } catch (error) {
      refusal = error;
      stage.refusals.push({ words: words(error), reason: words(error) });
    }
    const location: unknown = told.get('location');
    const body: unknown = told.body;
    if (typeof location === 'string') response.writeHead(302, { location }).end();
    else {
      const status: number = refusal instanceof OAuth2Server.OAuthError ? refusal.code : 200;
      const says =
        refusal instanceof Error ? { error: refusal.name, error_description: refusal.message } : body;
      response.writeHead(status, {
        ...told.headers,
        'content-type': 'application/json',
        ...(url.pathname === '/token' ? { 'access-control-allow-origin': stage.app } : {}),
      });
      response.end(JSON.stringify(says));
    }
  }

  at.server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', at.origin);
    const serve = async (): Promise<void> => {
      if (url.pathname === '/login') await logIn(request, response, url);
      else if (url.pathname === '/authorize' && sessionOf(request) === undefined)
        response
          .writeHead(302, { location: `/login?query=${encodeURIComponent(url.search.slice(1))}` })
          .end();
      else await answer(request, response, url);
    };
    serve().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return {
    issuer: at.origin,
    authorization_endpoint: `${at.origin}/authorize`,
    token_endpoint: `${at.origin}/token`,
  };
}
