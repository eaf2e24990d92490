import { expect, test } from './support/fixtures.ts';
import { storedExchanges } from './support/log.ts';
import { startLogin, passTenantPages } from './support/log-in.ts';
import { untilHooked } from './support/record-always.ts';
import { firstWorker } from './support/worker.ts';

test('the verdict knows a token answer whose page went to another origin at once', async ({
  stage,
  extension,
  inspected,
  openPanel,
}) => {
  const { tab } = inspected;
  await untilHooked(extension);
  await startLogin(tab, stage.app, 'redirect-at-token-then-away');
  await passTenantPages(tab);
  await tab.waitForURL(`${stage.tenantB}/.well-known/openid-configuration`);
  const worker = await firstWorker(extension);
  const answers = async (): Promise<readonly unknown[]> =>
    (await storedExchanges(worker))
      .filter(({ method, url }) => method === 'POST' && url.endsWith('/token'))
      .map(({ responseBody, channels }) => [responseBody?.text.slice(0, 24), channels.includes('page_hook')]);
  await expect.poll(answers).toEqual([['{"error":"invalid_grant"', true]]);
  const panel = await openPanel();
  await expect(panel.flows('Failed')).toHaveCount(1);
  await expect(panel.sentence).toHaveText(/redirect_uri/u);
});
