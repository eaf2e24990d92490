import { showPanel } from './support/devtools.ts';
import { expect, test } from './support/fixtures.ts';
import { firstWorker } from './support/worker.ts';

test('an error in the worker, the devtools page or the panel is seen by the tests', async ({
  extension,
  inspected,
  consoleErrors,
}) => {
  const worker = await firstWorker(extension);
  const panel = await showPanel(inspected.devtools);
  const devtoolsPage = inspected.devtools.frames().find((frame) => frame.url().endsWith('/devtools.html'));
  await worker.evaluate(() => console.error('said in the worker'));
  await worker.evaluate(() => void Promise.reject(new Error('thrown in the worker')));
  await devtoolsPage?.evaluate(() => console.error('said in the devtools page'));
  await panel.evaluate(() => console.error('said in the panel'));
  await panel.evaluate(() => void Promise.reject(new Error('thrown in the panel')));
  await expect
    .poll(() => [...consoleErrors].sort())
    .toEqual([
      'Error: thrown in the worker',
      'said in the devtools page',
      'said in the panel',
      'said in the worker',
      'thrown in the panel',
    ]);
});
