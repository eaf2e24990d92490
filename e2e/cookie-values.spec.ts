import { expect, test } from './support/fixtures.ts';
import { storedRecords } from './support/log.ts';
import { logIn } from './support/log-in.ts';
import { firstWorker } from './support/worker.ts';

test('the stored log names the cookies of a login, and holds no value of them', async ({
  stage,
  extension,
  inspected,
  openPanel,
}) => {
  const panel = await openPanel();
  await logIn(inspected.tab, stage.app);
  await expect(panel.flows('Succeeded')).toHaveCount(1);
  const cookies = await extension.cookies(stage.tenantA);
  const session = cookies.filter(({ name }) => name.includes('session'));
  expect(session.length).toBeGreaterThan(1);
  const log = JSON.stringify(await storedRecords(await firstWorker(extension)));
  for (const { name, value } of session) {
    expect(log).toContain(`${name}=‹cookie·`);
    expect(log).not.toContain(value);
  }
});
