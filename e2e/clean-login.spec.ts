import { expect, test } from './support/fixtures.ts';
import { logIn } from './support/log-in.ts';

test('a clean login has no finding, and no console of ours an error', async ({
  stage,
  inspected,
  openPanel,
  consoleErrors,
}) => {
  const panel = await openPanel();
  await logIn(inspected.tab, stage.app);
  await expect(panel.flows('Succeeded')).toHaveCount(1);
  await expect(await panel.openFindings()).toHaveText('No rule failed.');
  expect(consoleErrors).toEqual([]);
});
