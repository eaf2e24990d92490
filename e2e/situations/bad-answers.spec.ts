import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientsOf } from '../servers/clients.ts';
import { listen } from '../servers/listen.ts';
import { listenTls } from '../servers/listen-tls.ts';
import { serveTenant } from '../servers/tenant.ts';
import { logIn } from '../support/log-in.ts';
import { storedExchanges } from '../support/log.ts';
import { expect, test, tokenCall } from './fixtures.ts';
import { allOfRequest, withAnswer, type Expected, type Part } from './row.ts';

/** Opens the app so that it remembers what is said of the servers. */
function addressOf(app: string, said: Readonly<Record<string, string>>): string {
  return `${app}/?${new URLSearchParams(said)}`;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

interface Situation {
  readonly answer: Answer;
  readonly fault?: string;
  /** What the page adds to its call. */
  readonly options?: RequestInit;
  readonly expected: Omit<Expected, 'devtools_network'>;
  /** The browser's own words for what went wrong, where no answer came. */
  readonly error?: string;
  /** What the log has of where the token endpoint sends the page on to. */
  readonly sentOn?: readonly string[];
}

const unanswered: readonly Part[] = ['request', 'body'];
const sent: readonly Part[] = ['request', 'headers', 'body'];
const unsent: Expected = {
  ...{ web_request: sent, devtools_network: [], page_hook: [], report: ['failed: network_failure'] },
};
const open = { 'access-control-allow-origin': '*' };
const refusal = '{"error":"invalid_grant"}';

const situations: Readonly<Record<string, Situation>> = {
  'the token endpoint breaks the connection off': {
    answer: (_, response) => void response.destroy(),
    error: 'net::ERR_EMPTY_RESPONSE',
    expected: { web_request: sent, page_hook: [], report: ['failed: network_failure'] },
  },
  'the token endpoint names no origin that may read': {
    answer: (_, response) => void response.writeHead(400).end(refusal),
    expected: { web_request: allOfRequest, page_hook: [], report: ['failed: cors_blocked'] },
  },
  'the token endpoint refuses the preflight': {
    answer: ({ method }, response) =>
      void response
        .writeHead(method === 'OPTIONS' ? 404 : 400, method === 'OPTIONS' ? {} : open)
        .end(refusal),
    options: { headers: { 'x-trace': '1', 'content-type': 'application/x-www-form-urlencoded' } },
    expected: { web_request: unanswered, page_hook: [], report: ['failed: cors_blocked'] },
  },
  'the token endpoint allows any origin, and the page sends cookies': {
    answer: (_, response) => void response.writeHead(400, open).end(refusal),
    options: { credentials: 'include' },
    expected: { web_request: allOfRequest, page_hook: [], report: ['failed: cors_blocked'] },
  },
  'the token endpoint answers 204 and nothing': {
    answer: (_, response) => void response.writeHead(204, open).end(),
    expected: { web_request: allOfRequest, page_hook: withAnswer, report: ['failed: other'] },
  },
  'the token endpoint answers with a page of a gateway': {
    answer: (_, response) =>
      void response
        .writeHead(502, { ...open, 'content-type': 'text/html' })
        .end('<!doctype html><title>502 Bad Gateway</title><h1>Bad Gateway</h1>'),
    expected: { web_request: allOfRequest, page_hook: withAnswer, report: ['failed: server_error'] },
  },
  'the token endpoint redirects to a login page': {
    answer: ({ method }, response) =>
      void (method === 'POST'
        ? response.writeHead(302, { ...open, location: '/login' }).end()
        : response.writeHead(200, { ...open, 'content-type': 'text/html' }).end('<title>Sign in</title>')),
    sentOn: ['GET 200 without body'],
    expected: { web_request: allOfRequest, page_hook: [], report: ['failed: other'] },
  },
  'the page gives up before the token endpoint answers': {
    answer: () => {},
    fault: 'token-call-given-up',
    error: 'net::ERR_ABORTED',
    expected: { web_request: sent, page_hook: [], report: ['failed: network_failure'] },
  },
};

for (const [title, { answer, fault, options, expected, error, sentOn = [] }] of Object.entries(situations)) {
  test(title, async ({ stage, recorded, row }) => {
    const tenant = await listen();
    const provider = serveTenant(tenant, 'bad', clientsOf(stage.app, stage.app), () => {});
    // The tenant's own address for tokens answers so, and where that may send on to; the rest of it as ever.
    provider.use(async (context, next) => {
      if (['/token', '/login'].includes(context.path)) {
        context.respond = false;
        answer(context.req, context.res);
      } else await next();
    });
    const tab = await recorded.newTab();
    await tab.goto(addressOf(stage.app, { tenant: tenant.origin, options: JSON.stringify(options ?? {}) }));
    await logIn(tab, stage.app, fault ?? 'tenant-of-the-address');
    const [call] = await row(tokenCall, { ...expected, devtools_network: [] });
    if (error !== undefined) expect(call?.networkError).toBe(error);
    const loginPages = (await storedExchanges(recorded.worker)).filter(({ url }) => url.endsWith('/login'));
    const words = loginPages.map(({ method, status, requestBody }) =>
      [method, status, requestBody === undefined ? 'without body' : 'with body'].join(' '),
    );
    expect(words).toEqual(sentOn);
    await tenant.stop();
  });
}

const unreachable: Readonly<
  Record<string, readonly [endpoint: (refusing: string) => string, error: string]>
> = {
  'the token endpoint’s name is not known': [
    () => 'http://login.invalid/token',
    'net::ERR_NAME_NOT_RESOLVED',
  ],
  'nobody listens at the token endpoint': [(refusing) => `${refusing}/token`, 'net::ERR_CONNECTION_REFUSED'],
};

for (const [title, [endpoint, error]] of Object.entries(unreachable)) {
  test(title, async ({ stage, recorded, row }) => {
    const closed = await listen();
    await closed.stop();
    const tab = await recorded.newTab();
    await tab.goto(addressOf(stage.app, { token_endpoint: endpoint(closed.origin) }));
    await logIn(tab, stage.app, 'token-endpoint-of-the-address');
    const [call] = await row(tokenCall, unsent);
    expect(call?.networkError).toBe(error);
  });
}

test('the token endpoint’s certificate is its own work', async ({ stage, recorded, row }) => {
  const server = await listenTls();
  const tab = await recorded.newTab();
  await tab.goto(addressOf(stage.app, { token_endpoint: `${server.origin}/token` }));
  await logIn(tab, stage.app, 'token-endpoint-of-the-address');
  const [call] = await row(tokenCall, unsent);
  expect(call?.networkError).toBe('net::ERR_CERT_AUTHORITY_INVALID');
  await server.stop();
});
