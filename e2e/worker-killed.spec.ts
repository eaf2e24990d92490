import { expect, test } from './support/fixtures.ts';
import { endOfLogin, startLogin } from './support/log-in.ts';
import { moments, type Moment } from './support/moments.ts';
import { workerProcess } from './support/worker.ts';

for (const killed of ['never', ...moments] as const) {
  const words = killed === 'never' ? 'left alone' : `killed ${killed}`;
  test(`the verdict is the same with the worker ${words}`, async ({
    stage,
    extension,
    inspected,
    openPanel,
  }) => {
    const { tab } = inspected;
    const worker = await workerProcess(extension);
    const reached = async (moment: Moment): Promise<void> => {
      if (moment === killed) await worker.kill();
    };
    await reached('before the login');
    await startLogin(tab, stage.app, 'redirect-at-token&hold=yes');
    await tab.getByLabel('User name').fill('alice');
    await tab.getByLabel('Password').fill('correct horse');
    await reached('on the page for name and password');
    await tab.getByRole('button', { name: 'Sign in' }).click();
    await tab.getByRole('button', { name: 'Allow' }).waitFor();
    await reached('on the page for consent');
    await tab.getByRole('button', { name: 'Allow' }).click();
    await tab.waitForFunction(() => 'release' in globalThis);
    await reached('between callback and token call');
    await tab.evaluate('release()');
    expect(await endOfLogin(tab)).toBe('Failed: grant request is invalid');
    await reached('after the token answer');
    const panel = await openPanel();
    await expect(panel.flows('Failed')).toHaveCount(1);
    await expect(panel.flows()).toHaveCount(1);
    await expect(panel.sentence).toHaveText(/redirect_uri/u);
    expect(await worker.isRunning()).toBe(true);
  });
}
