import { expect, test } from './support/fixtures.ts';
import { endOfLogin, passTenantPages } from './support/log-in.ts';
import { workerProcess } from './support/worker.ts';

for (const killed of [false, true]) {
  const words = killed ? 'killed between callback and token call' : 'left alone';
  test(`the verdict is the same with the worker ${words}`, async ({
    stage,
    extension,
    inspected,
    openPanel,
  }) => {
    const { tab } = inspected;
    const worker = await workerProcess(extension);
    await tab.goto(`${stage.app}/?fault=redirect-at-token&hold=yes`);
    await tab.getByRole('button', { name: 'Log in', exact: true }).click();
    await passTenantPages(tab);
    await tab.waitForFunction(() => 'release' in globalThis);
    if (killed) await worker.kill();
    await tab.evaluate('release()');
    expect(await endOfLogin(tab)).toBe('Failed: grant request is invalid');
    const panel = await openPanel();
    await expect(panel.flows('Failed')).toHaveCount(1);
    await expect(panel.flows()).toHaveCount(1);
    await expect(panel.sentence).toHaveText(/redirect_uri/u);
    expect(await worker.isRunning()).toBe(true);
  });
}
