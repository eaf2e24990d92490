import { panelView } from '../support/panel.ts';
import { showPanel } from '../support/devtools.ts';
import { endOfLogin, passTenantPages } from '../support/log-in.ts';
import { expect, test, tokenCall } from './fixtures.ts';
import { allOfRequest, withAnswer, wrongRedirectUri } from './row.ts';

const fault = 'redirect-at-token';

test('popup login, token call in the opener, DevTools on the opener', async ({ stage, recorded, row }) => {
  const opener = await recorded.newTab();
  const devtools = await recorded.inspect(opener);
  await opener.goto(`${stage.app}/?fault=${fault}`);
  const popup = opener.waitForEvent('popup');
  await opener.getByRole('button', { name: 'Log in by popup' }).click();
  await passTenantPages(await popup);
  await endOfLogin(opener);
  await row(tokenCall, {
    web_request: allOfRequest,
    devtools_network: withAnswer,
    page_hook: withAnswer,
    report: wrongRedirectUri,
  });
  // "This tab", which is on, has the popup's part of the login.
  const panel = panelView(await showPanel(devtools), devtools);
  await expect(panel.flows('Failed')).toHaveCount(1);
  await expect(panel.sentence).toHaveText(/redirect_uri/u);
});

test('popup login, token call in the opener, DevTools on the popup', async ({ stage, recorded, row }) => {
  const opener = await recorded.newTab();
  await opener.goto(`${stage.app}/?fault=${fault}`);
  const opened = opener.waitForEvent('popup');
  await opener.getByRole('button', { name: 'Log in by popup' }).click();
  const popup = await opened;
  await popup.getByLabel('User name').waitFor();
  await recorded.inspect(popup);
  await passTenantPages(popup);
  await endOfLogin(opener);
  await row(tokenCall, {
    web_request: allOfRequest,
    devtools_network: [],
    page_hook: withAnswer,
    report: wrongRedirectUri,
  });
});

for (const inspected of ['', ', DevTools on the opener', ', DevTools on the popup'] as const) {
  test(`popup login, token call in the popup${inspected}`, async ({ stage, recorded, row }) => {
    const opener = await recorded.newTab();
    if (inspected.endsWith('opener')) await recorded.inspect(opener);
    await opener.goto(stage.app);
    const opened = opener.waitForEvent('popup');
    // The popup is the app once more, so that it and not the opener redeems the code.
    const url = `${stage.app}/?fault=${fault}`;
    await opener.evaluate(`void open('${url}')`);
    const popup = await opened;
    // Until it has loaded, nothing listens for a click on its button.
    await popup.waitForURL(url);
    const devtools = inspected.endsWith('popup') ? await recorded.inspect(popup) : undefined;
    await popup.getByRole('button', { name: 'Log in', exact: true }).click();
    await passTenantPages(popup);
    await endOfLogin(popup);
    await row(tokenCall, {
      web_request: allOfRequest,
      devtools_network: devtools === undefined ? [] : withAnswer,
      page_hook: withAnswer,
      report: wrongRedirectUri,
    });
    if (devtools === undefined) return;
    const panel = panelView(await showPanel(devtools), devtools);
    await expect(panel.flows('Failed')).toHaveCount(1);
  });
}
