import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen } from '../servers/listen.ts';
import { logIn } from '../support/log-in.ts';
import { test, tokenCall } from './fixtures.ts';
import { allOfRequest, withAnswer, type Expected, type Part } from './row.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

interface Situation {
  /** How the token endpoint answers; undefined when nobody listens. */
  readonly answer: Answer | undefined;
  /** In place of the address that nobody listens at. */
  readonly endpoint?: string;
  readonly fault?: string;
  /** What the page adds to its call. */
  readonly options?: RequestInit;
  readonly expected: Omit<Expected, 'devtools_network'>;
}

const unanswered: readonly Part[] = ['request', 'body'];
const sent: readonly Part[] = ['request', 'headers', 'body'];
const open = { 'access-control-allow-origin': '*' };
const refusal = '{"error":"invalid_grant"}';

const situations: Readonly<Record<string, Situation>> = {
  'the token endpoint’s name is not known': {
    answer: undefined,
    endpoint: 'http://login.invalid/token',
    expected: { web_request: sent, page_hook: [], report: ['failed: network_failure'] },
  },
  'nobody listens at the token endpoint': {
    answer: undefined,
    expected: { web_request: sent, page_hook: [], report: ['failed: network_failure'] },
  },
  'the token endpoint breaks the connection off': {
    answer: (_, response) => void response.destroy(),
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
    expected: { web_request: allOfRequest, page_hook: withAnswer, report: ['failed: tenant_mismatch'] },
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
    expected: { web_request: allOfRequest, page_hook: [], report: ['failed: tenant_mismatch'] },
  },
  'the page gives up before the token endpoint answers': {
    answer: () => {},
    fault: 'token-call-given-up',
    expected: { web_request: sent, page_hook: [], report: ['failed: network_failure'] },
  },
};

for (const [title, { answer, endpoint, fault, options, expected }] of Object.entries(situations)) {
  test(title, async ({ stage, recorded, row }) => {
    const server = await listen();
    if (answer === undefined) await server.stop();
    else server.server.on('request', answer);
    const tab = await recorded.newTab();
    const said = {
      token_endpoint: endpoint ?? `${server.origin}/token`,
      options: JSON.stringify(options ?? {}),
    };
    await tab.goto(`${stage.app}/?${new URLSearchParams(said)}`);
    await logIn(tab, stage.app, fault ?? 'token-endpoint-of-the-address');
    await row(tokenCall, { ...expected, devtools_network: [] });
    if (answer !== undefined) await server.stop();
  });
}
