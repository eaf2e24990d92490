import { passTenantPages, logIn, startLogin } from '../support/log-in.ts';
import { test, tokenCall } from './fixtures.ts';
import { allOfRequest, withAnswer, wrongRedirectUri } from './row.ts';

test('redirect login', async ({ stage, recorded, row }) => {
  await logIn(await recorded.newTab(), stage.app, 'redirect-at-token');
  await row(tokenCall, {
    web_request: allOfRequest,
    devtools_network: [],
    page_hook: withAnswer,
    report: wrongRedirectUri,
  });
});

test('redirect login, DevTools on the tab', async ({ stage, recorded, row }) => {
  const tab = await recorded.newTab();
  await recorded.inspect(tab);
  await logIn(tab, stage.app, 'redirect-at-token');
  await row(tokenCall, {
    web_request: allOfRequest,
    devtools_network: withAnswer,
    page_hook: withAnswer,
    report: wrongRedirectUri,
  });
});

test('redirect login whose page goes to another origin right after its token call, DevTools on the tab', async ({
  stage,
  recorded,
  row,
}) => {
  const tab = await recorded.newTab();
  await recorded.inspect(tab);
  await startLogin(tab, stage.app, 'redirect-at-token-then-away');
  await passTenantPages(tab);
  await tab.waitForURL(`${stage.tenantB}/.well-known/openid-configuration`);
  await row(tokenCall, {
    web_request: allOfRequest,
    devtools_network: 'not always',
    page_hook: withAnswer,
    report: wrongRedirectUri,
  });
});
