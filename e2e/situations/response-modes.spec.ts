import { listen } from '../servers/listen.ts';
import { serveTenant } from '../servers/tenant.ts';
import { passTenantPages } from '../support/log-in.ts';
import type { Exchange } from '../../src/engine/http/exchange.ts';
import { expect, test as base } from './fixtures.ts';
import type { Expected } from './row.ts';

/** A server that knows every response mode, and an app of its own that only takes the answer. */
interface Modes {
  readonly authorize: (mode: string, redirectUri: string) => string;
  readonly callback: string;
  /** Where nobody listens. */
  readonly closed: string;
}

const customScheme = 'com.example.app:/callback';

const test = base.extend<object, { readonly modes: Modes }>({
  modes: [
    async ({}, use) => {
      const [op, app, closed] = await Promise.all([listen(), listen(), listen()]);
      await closed.stop();
      app.server.on('request', (_, response) => {
        response.setHeader('content-type', 'text/html').end('<!doctype html><title>App</title><p>Back');
      });
      const native = [customScheme, closed.origin.replace('localhost', '127.0.0.1') + '/callback'];
      const client = { grant_types: ['authorization_code'], token_endpoint_auth_method: 'none' as const };
      serveTenant(
        op,
        'm',
        [
          { ...client, client_id: 'page', redirect_uris: [`${app.origin}/callback`] },
          { ...client, client_id: 'native', redirect_uris: native, application_type: 'native' },
        ],
        () => {},
        {
          features: {
            devInteractions: { enabled: false },
            resourceIndicators: { enabled: false },
            jwtResponseModes: { enabled: true },
            webMessageResponseMode: { enabled: true },
          },
        },
      );
      await use({
        callback: `${app.origin}/callback`,
        closed: native[1] ?? '',
        authorize: (response_mode, redirect_uri) =>
          `${op.origin}/auth?${new URLSearchParams({
            ...{ response_type: 'code', scope: 'openid', state: 'a-state', nonce: 'a-nonce', response_mode },
            client_id: redirect_uri === `${app.origin}/callback` ? 'page' : 'native',
            redirect_uri,
            code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
            code_challenge_method: 'S256',
          })}`,
      });
      await Promise.all([op.stop(), app.stop()]);
    },
    { scope: 'worker' },
  ],
});

interface Situation {
  readonly mode: string;
  readonly to: (modes: Modes) => string;
  /** The exchange that carries the answer. */
  readonly is: (exchange: Exchange, modes: Modes) => boolean;
  /** Where in it the answer is, and how it begins. */
  readonly carries: readonly [place: (exchange: Exchange) => string | undefined, answer: RegExp];
  readonly expected: Expected;
  /** With DevTools on the tab, which alone reads the text of a page. */
  readonly inspected?: true;
}

const landing: Situation['is'] = ({ url }, { callback }) => url.startsWith(callback);
const bare = { devtools_network: [], page_hook: [] } as const;
const address = ({ url }: Exchange): string => url;
const form = ({ requestBody }: Exchange): string | undefined => requestBody?.text;
/** The page that gets a fragment is the only one that can redeem its code, and this one does not. */
const left = { ...bare, web_request: ['request', 'headers', 'status'], report: ['abandoned'] } as const;
const handed = {
  ...bare,
  web_request: ['request', 'headers', 'status'],
  report: ['handed_to_server'],
} as const;

const textOfPage = ({ responseBody }: Exchange): string | undefined => responseBody?.text;
/** The server's page carries the answer, and no redirect. */
const inPage: Omit<Situation, 'mode' | 'carries'> = {
  to: (m) => m.callback,
  is: ({ url, status }) => /\/auth\/[^/?]+$/u.test(url) && status === 200,
  inspected: true,
  expected: {
    web_request: ['request', 'headers', 'status'],
    devtools_network: ['request', 'status', 'answer'],
    page_hook: [],
    report: ['handed_to_server'],
  },
};

const situations: Readonly<Record<string, Situation>> = {
  'the answer in the query': {
    mode: 'query',
    to: (m) => m.callback,
    is: landing,
    carries: [address, /\?code=.+&state=a-state/u],
    expected: handed,
  },
  'the answer in the fragment': {
    mode: 'fragment',
    to: (m) => m.callback,
    is: landing,
    carries: [address, /#code=.+&state=a-state/u],
    expected: left,
  },
  'the answer in a form': {
    mode: 'form_post',
    to: (m) => m.callback,
    is: landing,
    carries: [form, /^code=.+&state=a-state/u],
    expected: { ...handed, web_request: ['request', 'headers', 'body', 'status'] },
  },
  'the answer in a JWT in the query': {
    mode: 'query.jwt',
    to: (m) => m.callback,
    is: landing,
    carries: [address, /\?response=ey/u],
    expected: handed,
  },
  'the answer in a JWT in the fragment': {
    mode: 'fragment.jwt',
    to: (m) => m.callback,
    is: landing,
    carries: [address, /#response=ey/u],
    expected: left,
  },
  'the answer in a JWT in a form': {
    mode: 'form_post.jwt',
    to: (m) => m.callback,
    is: landing,
    carries: [form, /^response=ey/u],
    expected: { ...handed, web_request: ['request', 'headers', 'body', 'status'] },
  },
  'the answer in a page that sends a window message, DevTools on the tab': {
    ...inPage,
    mode: 'web_message',
    carries: [textOfPage, /"code":".+"state":"a-state"/u],
  },
  'the answer in a JWT in a page that sends a window message, DevTools on the tab': {
    ...inPage,
    mode: 'web_message.jwt',
    carries: [textOfPage, /"response":"ey/u],
  },
  'the answer to the scheme of an app': {
    mode: 'query',
    to: () => customScheme,
    is: ({ redirectTarget }) => redirectTarget?.startsWith(customScheme) === true,
    carries: [({ redirectTarget }) => redirectTarget, /\?code=.+&state=a-state/u],
    expected: handed,
  },
  'the answer to a port of this machine where nobody listens': {
    mode: 'query',
    to: (m) => m.closed,
    is: ({ url }, { closed }) => url.startsWith(closed),
    carries: [address, /\?code=.+&state=a-state/u],
    expected: { ...bare, web_request: ['request', 'headers'], report: ['failed: network_failure'] },
  },
};

for (const [title, { mode, to, is, carries, expected, inspected }] of Object.entries(situations)) {
  test(title, async ({ modes, recorded, row }) => {
    const tab = await recorded.newTab();
    if (inspected === true) await recorded.inspect(tab);
    await tab.goto(modes.authorize(mode, to(modes)));
    await passTenantPages(tab);
    const about = { about: 'authorization response', is: (exchange: Exchange) => is(exchange, modes) };
    const [place, answer] = carries;
    expect((await row(about, expected)).map(place)).toEqual([expect.stringMatching(answer)]);
  });
}
