import { logIn } from '../support/log-in.ts';
import { expect, test, tokenCall } from './fixtures.ts';
import { allOfRequest, withAnswer, wrongRedirectUri } from './row.ts';
import { storedExchanges } from '../support/log.ts';

test('silent renew in a hidden frame, DevTools on the tab', async ({ stage, recorded, row }) => {
  const tab = await recorded.newTab();
  await recorded.inspect(tab);
  await logIn(tab, stage.app, 'no-refresh-token');
  await tab.goto(`${stage.app}/?fault=redirect-at-token-no-refresh-token`);
  await tab.getByRole('button', { name: 'Renew' }).click();
  await tab.getByRole('status').filter({ hasText: 'Failed' }).waitFor();
  await row(
    { ...tokenCall, times: 2 },
    {
      web_request: allOfRequest,
      devtools_network: withAnswer,
      page_hook: withAnswer,
      report: ['succeeded', ...wrongRedirectUri],
    },
  );
  const frame = (await storedExchanges(recorded.worker)).find(({ url }) => url.includes('prompt=none'));
  expect(frame?.frame).toBeGreaterThan(0);
});
