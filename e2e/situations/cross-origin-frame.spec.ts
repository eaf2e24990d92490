import { endOfLogin, passTenantPages } from '../support/log-in.ts';
import { panelView } from '../support/panel.ts';
import { showPanel } from '../support/devtools.ts';
import { listen } from '../servers/listen.ts';
import { expect, test, tokenCall } from './fixtures.ts';
import { allOfRequest, withAnswer, wrongRedirectUri } from './row.ts';

test('login and token call in a frame of another origin, DevTools on the tab', async ({
  stage,
  recorded,
  row,
}) => {
  const portal = await listen();
  portal.server.on('request', (_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Portal</title><link rel="icon" href="data:,">
      <iframe src="${stage.app}/?fault=redirect-at-token" width="800" height="600"></iframe>`);
  });
  const tab = await recorded.newTab();
  const devtools = await recorded.inspect(tab);
  await tab.goto(portal.origin);
  const frame = tab.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Log in', exact: true }).click();
  await passTenantPages(frame);
  await endOfLogin(frame);
  await row(tokenCall, {
    web_request: allOfRequest,
    devtools_network: withAnswer,
    page_hook: withAnswer,
    report: wrongRedirectUri,
  });
  const panel = panelView(await showPanel(devtools), devtools);
  await expect(panel.flows('Failed')).toHaveCount(1);
  await portal.stop();
});
