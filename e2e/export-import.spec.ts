import { loginCases } from './support/cases.ts';
import { expect, test } from './support/fixtures.ts';
import { logInExplained } from './support/log-in-explained.ts';
import { withoutTags } from './support/verdict-words.ts';

for (const login of loginCases) {
  test(`${login.title}: exported and imported, it shows the same verdict`, async ({
    stage,
    inspected,
    openPanel,
  }, testInfo) => {
    const panel = await openPanel();
    await logInExplained(inspected.tab, stage.app, panel, login);
    const words = async (): Promise<string> => withoutTags(await panel.verdict.innerText());
    const live = await words();
    const file = testInfo.outputPath('trace.json');
    await (await panel.exportTrace()).saveAs(file);
    await panel.importTrace(file);
    await expect(panel.imported).toBeVisible();
    expect(await words()).toBe(live);
  });
}
