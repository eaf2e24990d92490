import { expect, test } from './support/fixtures.ts';
import { logIn } from './support/log-in.ts';

test('a panel first opened after the failure shows it', async ({ stage, inspected, openPanel }) => {
  await logIn(inspected.tab, stage.app, 'redirect-at-token');
  const panel = await openPanel();
  await expect(panel.flows('Failed')).toHaveCount(1);
  await expect(panel.sentence).toHaveText(/redirect_uri/u);
});
