import { expect, test } from './support/fixtures.ts';
import { logIn } from './support/log-in.ts';
import { panelView } from './support/panel.ts';

test('the panel opens in a tab of its own, with the same logins', async ({
  stage,
  inspected,
  extension,
  openPanel,
}) => {
  const panel = await openPanel();
  await logIn(inspected.tab, stage.app, 'redirect-at-token');
  await expect(panel.flows('Failed')).toHaveCount(1);
  const isPanel = (url: string): boolean => url.endsWith('/src/panel/panel.html');
  const opened = extension.waitForEvent('page', { predicate: (page) => isPanel(page.url()) });
  await panel.openInTab.click();
  const tab = await opened;
  const alone = panelView(tab.mainFrame(), tab);
  await expect(alone.flows('Failed')).toHaveCount(1);
  await expect(alone.sentence).toHaveText(/redirect_uri/u);
  await expect(alone.openInTab).toHaveCount(0);
});
