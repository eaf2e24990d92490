import { expect, test } from './support/fixtures.ts';
import { logIn } from './support/log-in.ts';
import { openPanelInTab } from './support/panel-in-tab.ts';

test('the panel opens in a tab of its own, with the same logins', async ({
  stage,
  inspected,
  extension,
  openPanel,
}) => {
  const panel = await openPanel();
  await logIn(inspected.tab, stage.app, 'redirect-at-token');
  await expect(panel.flows('Failed')).toHaveCount(1);
  const help = extension.waitForEvent('page', {
    predicate: (page) => page.url().endsWith('/docs/rules.html'),
  });
  await panel.openDocument('Rules');
  await expect((await help).getByRole('heading', { level: 1 })).toHaveText('Rules');
  const alone = await openPanelInTab(extension, panel);
  await expect(alone.flows('Failed')).toHaveCount(1);
  await expect(alone.sentence).toHaveText(/redirect_uri/u);
  await expect(alone.openInTab).toHaveCount(0);
});
