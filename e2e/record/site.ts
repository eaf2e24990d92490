import { text } from 'node:stream/consumers';
import type { Listening } from '../servers/listen.ts';

/** A web site that lets its users log in, with an API that wants more than a password. */
export interface Site {
  readonly origin: string;
  /** What the last callback was given, in its query or its form. */
  delivered(): URLSearchParams;
}

/** Serves it at `at`; `acrOf` says how the user of an access token logged in, undefined for an unknown token. */
export function serveSite(at: Listening, acrOf: (token: string) => Promise<unknown>): Site {
  let delivered = new URLSearchParams();
  const challenge = async (authorization: string): Promise<string | undefined> => {
    const acr = await acrOf(authorization.replace(/^Bearer /u, ''));
    if (acr === undefined) return 'Bearer error="invalid_token"';
    return acr === 'phone'
      ? undefined
      : 'Bearer error="insufficient_user_authentication", error_description="Money needs the phone", acr_values="phone"';
  };
  at.server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', at.origin);
    const show = async (): Promise<void> => {
      if (url.pathname === '/callback')
        delivered = request.method === 'POST' ? new URLSearchParams(await text(request)) : url.searchParams;
      const refused =
        url.pathname === '/payments' ? await challenge(request.headers.authorization ?? '') : undefined;
      if (refused === undefined)
        response.setHeader('content-type', 'text/html; charset=utf-8').end('<!doctype html><p>The site.</p>');
      else response.writeHead(401, { 'www-authenticate': refused }).end();
    };
    show().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return { origin: at.origin, delivered: () => delivered };
}
