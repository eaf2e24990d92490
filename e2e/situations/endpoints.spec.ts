import type { ClientMetadata } from 'oidc-provider';
import { clientsOf } from '../servers/clients.ts';
import { listen } from '../servers/listen.ts';
import { serveTenant } from '../servers/tenant.ts';
import { test as base } from './fixtures.ts';
import { allOfRequest, withAnswer, type Expected } from './row.ts';

const device = 'urn:ietf:params:oauth:grant-type:device_code';

/** A client without a browser of its own. */
const television: ClientMetadata = {
  ...{ client_id: 'tv', application_type: 'native', redirect_uris: [], response_types: [] },
  ...{ grant_types: [device], token_endpoint_auth_method: 'none' },
};

/** The origin of a server that has all of these endpoints. */
const test = base.extend<object, { readonly op: string }>({
  op: [
    async ({}, use) => {
      const op = await listen();
      const enabled = { enabled: true };
      serveTenant(op, 'e', [...clientsOf('https://app.test', 'https://web.test'), television], () => {}, {
        features: {
          ...{ devInteractions: { enabled: false }, resourceIndicators: { enabled: false } },
          ...{ pushedAuthorizationRequests: enabled, introspection: enabled, revocation: enabled },
          deviceFlow: enabled,
        },
      });
      await use(op.origin);
      await op.stop();
    },
    { scope: 'worker' },
  ],
});

interface Situation {
  readonly path: string;
  readonly body?: string;
  readonly authorization?: string;
  readonly expected: Expected;
}

const got: Expected = {
  web_request: ['request', 'headers', 'status'],
  devtools_network: [],
  page_hook: ['request', 'status', 'answer'],
  report: [],
};
const posted: Expected = { ...got, web_request: allOfRequest, page_hook: withAnswer };

const situations: Readonly<Record<string, Situation>> = {
  'the discovery document': { path: '/.well-known/openid-configuration', expected: got },
  'the keys document': { path: '/jwks', expected: got },
  'a refused userinfo request': { path: '/me', authorization: 'Bearer not-a-token', expected: got },
  'a refused pushed authorization request': {
    path: '/request',
    body: 'client_id=spa&response_type=code&redirect_uri=https%3A%2F%2Fapp.test%2Fother',
    expected: { ...posted, report: ['failed: redirect_uri_not_registered'] },
  },
  'a device authorization request': {
    path: '/device/auth',
    body: 'client_id=tv&scope=openid',
    expected: { ...posted, report: ['abandoned'] },
  },
  'a refused introspection request': {
    path: '/token/introspection',
    body: 'token=not-a-token&client_id=nobody',
    expected: { ...posted, report: ['failed: client_secret_missing'] },
  },
  'a revocation request': {
    path: '/token/revocation',
    body: 'token=not-a-token&client_id=spa',
    expected: posted,
  },
};

for (const [title, { path, body, authorization, expected }] of Object.entries(situations)) {
  test(title, async ({ op, recorded, row }) => {
    const tab = await recorded.newTab();
    await tab.goto(`${op}/no-such-page`);
    await tab.evaluate(
      async ([address, form, credentials]) => {
        const headers = new Headers(credentials === '' ? [] : [['authorization', credentials]]);
        const sends = form === '' ? {} : { method: 'POST', body: new URLSearchParams(form) };
        await (await fetch(address, { headers, ...sends })).text();
      },
      [path, body ?? '', authorization ?? ''] as const,
    );
    const is = ({ url }: { readonly url: string }): boolean => url === `${op}${path}`;
    await row({ about: path, is }, expected);
  });
}
