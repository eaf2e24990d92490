import { expect, test } from './support/fixtures.ts';
import { logIn } from './support/log-in.ts';

test('an exported login shows the same verdict when it is imported', async ({
  stage,
  inspected,
  openPanel,
}, testInfo) => {
  const panel = await openPanel();
  await logIn(inspected.tab, stage.app, 'redirect-at-token');
  await expect(panel.flows('Failed')).toHaveCount(1);
  const verdict = await panel.sentence.innerText();
  const file = testInfo.outputPath('trace.json');
  await (await panel.exportTrace()).saveAs(file);
  await panel.importTrace(file);
  await expect(panel.sentence).toHaveText(verdict);
});
