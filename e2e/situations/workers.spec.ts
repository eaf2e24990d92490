import { listen } from '../servers/listen.ts';
import { serveTenant } from '../servers/tenant.ts';
import { endOfLogin, logIn, passTenantPages } from '../support/log-in.ts';
import { test, tokenCall } from './fixtures.ts';
import { allOfRequest, withAnswer, wrongRedirectUri } from './row.ts';

for (const inspected of ['', ', DevTools on the tab'] as const) {
  test(`token call from a dedicated worker of auth0-spa-js${inspected}`, async ({ stage, recorded, row }) => {
    const tenant = await listen();
    const client = {
      client_id: 'spa',
      redirect_uris: [`${stage.app}/auth0.html`],
      token_endpoint_auth_method: 'none' as const,
    };
    serveTenant(tenant, 'paths', [client], () => {}, {
      routes: { authorization: '/authorize', token: '/oauth/token' },
    });
    const tab = await recorded.newTab();
    if (inspected !== '') await recorded.inspect(tab);
    await tab.goto(`${stage.app}/auth0.html?tenant=${tenant.origin}`);
    await tab.getByRole('button', { name: 'Log in' }).click();
    await passTenantPages(tab);
    await endOfLogin(tab);
    await row(tokenCall, {
      web_request: allOfRequest,
      devtools_network: inspected === '' ? [] : withAnswer,
      page_hook: [],
      report: wrongRedirectUri,
    });
    await tenant.stop();
  });
}

for (const inspected of ['', ', DevTools on the tab'] as const) {
  test(`token call from the page's service worker${inspected}`, async ({ stage, recorded, row }) => {
    const tab = await recorded.newTab();
    if (inspected !== '') await recorded.inspect(tab);
    await logIn(tab, stage.app, 'redirect-at-token-from-service-worker');
    await row(tokenCall, {
      web_request: allOfRequest,
      devtools_network: inspected === '' ? [] : withAnswer,
      page_hook: [],
      report: wrongRedirectUri,
    });
  });
}

test('token call of the page, which its service worker answers, DevTools on the tab', async ({
  stage,
  recorded,
  row,
}) => {
  const tab = await recorded.newTab();
  await recorded.inspect(tab);
  await logIn(tab, stage.app, 'redirect-at-token-through-service-worker');
  await row(tokenCall, {
    web_request: allOfRequest,
    devtools_network: withAnswer,
    page_hook: withAnswer,
    report: wrongRedirectUri,
  });
});
