import { showPanel } from './support/devtools.ts';
import { expect, test } from './support/fixtures.ts';
import { logIn } from './support/log-in.ts';

test('a step leads to its request in the Network panel', async ({ stage, inspected }) => {
  const { tab, devtools } = inspected;
  const panel = await showPanel(devtools);
  await logIn(tab, stage.app, 'redirect-at-token');
  const step = panel.getByRole('region', { name: /^Step \d+: Token request$/u });
  await step.getByRole('button', { name: 'Network' }).click();
  await expect(devtools.getByRole('tab', { name: 'Network', exact: true, selected: true })).toBeVisible();
  await expect(devtools.getByText('method:POST url:/token')).toBeVisible();
  await expect(devtools.getByText(/^1 \/ \d+ requests$/u)).toBeVisible();
});
