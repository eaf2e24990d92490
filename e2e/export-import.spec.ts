import { loginCases } from './support/cases.ts';
import { expect, test } from './support/fixtures.ts';
import { logIn } from './support/log-in.ts';

for (const { title, fault, outcome, verdict } of loginCases) {
  test(`${title}: exported and imported, it shows the same verdict`, async ({
    stage,
    inspected,
    openPanel,
  }, testInfo) => {
    const panel = await openPanel();
    await logIn(inspected.tab, stage.app, fault);
    await expect(panel.flows(outcome)).toHaveCount(1);
    await expect(panel.sentence).toHaveText(verdict);
    // DevTools hands over the body of an answer after the answer: only then is the verdict the one that is exported.
    await expect(panel.verdict).not.toContainText('the body of a token answer');
    // Placeholders of one secret differ from file to file.
    const words = async (): Promise<string> =>
      (await panel.verdict.innerText()).replaceAll(/·[0-9a-f]{4}(?:-[0-9a-f]{4})?\b/gu, '');
    const live = await words();
    const file = testInfo.outputPath('trace.json');
    await (await panel.exportTrace()).saveAs(file);
    await panel.importTrace(file);
    await expect(panel.imported).toBeVisible();
    expect(await words()).toBe(live);
  });
}
