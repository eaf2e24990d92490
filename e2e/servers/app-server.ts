import { createReadStream, existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Listening } from './listen.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

const folder = join(import.meta.dirname, '../apps/spa');
const modules = join(import.meta.dirname, '../../node_modules');

/** The client libraries, by the address that the app's pages have them from. */
const libraries: Readonly<Record<string, string>> = {
  '/lib/oidc-client-ts.js': 'oidc-client-ts/dist/browser/oidc-client-ts.min.js',
  '/lib/auth0-spa-js.js': '@auth0/auth0-spa-js/dist/auth0-spa-js.production.js',
  '/lib/auth0-worker.js': '@auth0/auth0-spa-js/dist/auth0-spa-js.worker.production.js',
};

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
    const library = libraries[pathname];
    const file = library === undefined ? join(folder, name) : join(modules, library);
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
