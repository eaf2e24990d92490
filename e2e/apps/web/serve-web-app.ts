import { setTimeout as pause } from 'node:timers/promises';
import * as client from 'openid-client';
import type { Listening } from '../../servers/listen.ts';

/** How a server-side app is set up; what is wrong with it is wrong here and nowhere else. */
export interface WebAppOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string;
  /** How long the app takes before it redeems a code, in milliseconds. */
  readonly redeemsAfter?: number;
  /** What the app's own requests go through, unless it is the way of its runtime. */
  readonly fetch?: client.CustomFetch;
}

/** Puts a confidential client that logs in with the real library behind `at`: `/` starts, `/callback` ends. */
export function serveWebApp(at: Listening, options: WebAppOptions): void {
  const redirectUri = `${at.origin}/callback`;
  const codeVerifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const configured = (): Promise<client.Configuration> =>
    client.discovery(
      new URL(options.issuer),
      options.clientId,
      {},
      client.ClientSecretBasic(options.secret),
      {
        execute: [client.allowInsecureRequests],
        ...(options.fetch === undefined ? {} : { [client.customFetch]: options.fetch }),
      },
    );
  let configuration: Promise<client.Configuration> | undefined;

  async function start(): Promise<string> {
    configuration ??= configured();
    const url = client.buildAuthorizationUrl(await configuration, {
      redirect_uri: redirectUri,
      scope: 'openid',
      state,
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
    return url.href;
  }

  async function finish(callback: URL): Promise<string> {
    configuration ??= configured();
    await pause(options.redeemsAfter ?? 0);
    try {
      const checks = { pkceCodeVerifier: codeVerifier, expectedState: state };
      const tokens = await client.authorizationCodeGrant(await configuration, callback, checks);
      return `Signed in as ${tokens.claims()?.sub}.`;
    } catch (error) {
      return `Failed: ${error instanceof client.ResponseBodyError ? error.error : String(error)}`;
    }
  }

  at.server.removeAllListeners('request');
  at.server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', at.origin);
    const answer = async (): Promise<void> => {
      if (url.pathname === '/') {
        response.writeHead(302, { location: await start() }).end();
        return;
      }
      const words = await finish(url);
      response.writeHead(words.startsWith('Failed') ? 500 : 200, {
        'content-type': 'text/html; charset=utf-8',
      });
      response.end(`<!doctype html><html lang="en"><title>Web app</title><link rel="icon" href="data:,">
        <p role="status">${words}</p></html>`);
    };
    answer().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
}
