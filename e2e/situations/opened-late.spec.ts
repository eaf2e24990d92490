import { panelView } from '../support/panel.ts';
import { showPanel } from '../support/devtools.ts';
import { logIn } from '../support/log-in.ts';
import { expect, test, tokenCall } from './fixtures.ts';
import { allOfRequest, withAnswer, wrongRedirectUri } from './row.ts';

test('redirect login, DevTools opened after the failure', async ({ stage, recorded, row }) => {
  const tab = await recorded.newTab();
  await logIn(tab, stage.app, 'redirect-at-token');
  const devtools = await recorded.inspect(tab);
  const panel = panelView(await showPanel(devtools), devtools);
  await expect(panel.flows('Failed')).toHaveCount(1);
  await expect(panel.sentence).toHaveText(/redirect_uri/u);
  await row(tokenCall, {
    web_request: allOfRequest,
    devtools_network: [],
    page_hook: withAnswer,
    report: wrongRedirectUri,
  });
});
