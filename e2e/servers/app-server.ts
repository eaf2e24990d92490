import { createReadStream, existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Listening } from './listen.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

const folder = join(import.meta.dirname, '../apps/spa');
const library = join(
  import.meta.dirname,
  '../../node_modules/oidc-client-ts/dist/browser/oidc-client-ts.min.js',
);

/** Serves the single-page app with the real client library; `settings` is what the app knows of its surroundings. */
export function serveApp(at: Listening, settings: Readonly<Record<string, unknown>>): void {
  at.server.on('request', (request, response) => {
    const { pathname } = new URL(request.url ?? '/', at.origin);
    if (pathname === '/settings.js') {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      response.end(`globalThis.settings = ${JSON.stringify(settings)};`);
      return;
    }
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    const file = pathname === '/lib/oidc-client-ts.js' ? library : join(folder, name);
    const type = types[extname(file)];
    if (type === undefined || name.includes('..') || !existsSync(file)) {
      response.statusCode = 404;
      response.end('Not found');
      return;
    }
    response.setHeader('content-type', type);
    createReadStream(file).pipe(response);
  });
}
