import { endOfLogin, passTenantPages } from '../support/log-in.ts';
import { test, tokenCall } from './fixtures.ts';
import { allOfRequest, withAnswer } from './row.ts';

test('popup login, token call in the opener, DevTools on the opener', async ({ stage, recorded, row }) => {
  const opener = await recorded.newTab();
  await recorded.inspect(opener);
  await opener.goto(`${stage.app}/?fault=redirect-at-token`);
  const popup = opener.waitForEvent('popup');
  await opener.getByRole('button', { name: 'Log in by popup' }).click();
  await passTenantPages(await popup);
  await endOfLogin(opener);
  await row(tokenCall, {
    web_request: allOfRequest,
    devtools_network: withAnswer,
    page_hook: withAnswer,
    report: ['failed: redirect_uri_mismatch_at_token'],
  });
});
