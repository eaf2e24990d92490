import type { IncomingMessage, Server, ServerResponse } from 'node:http';

type Exchange = readonly [request: IncomingMessage, response: ServerResponse];

/** Puts something before a server: it answers itself, or alters what passes and hands it on. */
export function interpose(front: Server, handle: (exchange: Exchange, pass: () => void) => void): void {
  const behind = front.listeners('request');
  front.removeAllListeners('request');
  front.on('request', (request, response) =>
    handle([request, response], () => {
      for (const listener of behind) Reflect.apply(listener, front, [request, response]);
    }),
  );
}

/** A relay that alters the parameters of authorization requests on their way to the server. */
export function alterRequests(front: Server, change: (parameters: URLSearchParams) => void): void {
  interpose(front, ([request], pass) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/auth') {
      change(url.searchParams);
      request.url = `${url.pathname}${url.search}`;
    }
    pass();
  });
}

/** A relay that alters the callback’s parameters in the server’s redirect. */
export function alterCallbacks(front: Server, change: (parameters: URLSearchParams) => void): void {
  interpose(front, ([, response], pass) => {
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) => {
      if (name.toLowerCase() !== 'location' || !String(value).includes('/callback'))
        return setHeader(name, value);
      const url = new URL(String(value));
      change(url.searchParams);
      return setHeader(name, url.href);
    };
    pass();
  });
}

/** A cache before the token endpoint that gives everybody the first answer. */
export function cacheTokens(front: Server): void {
  let kept: { readonly status: number; readonly body: string } | undefined;
  interpose(front, ([request, response], pass) => {
    if (request.url !== '/token') return pass();
    if (kept !== undefined) {
      request.resume();
      response.writeHead(kept.status, { 'content-type': 'application/json' }).end(kept.body);
      return;
    }
    const end = response.end.bind(response);
    Object.assign(response, {
      end: (body: string) => {
        kept = { status: response.statusCode, body };
        return end(body);
      },
    });
    pass();
  });
}
