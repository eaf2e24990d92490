import { loginCases } from './support/cases.ts';
import { expect, test } from './support/fixtures.ts';
import { logIn } from './support/log-in.ts';

for (const { title, fault, outcome, app, refusal, verdict } of loginCases) {
  test(`${title}: the panel says so`, async ({ stage, inspected, openPanel }) => {
    const panel = await openPanel();
    const before = stage.tokenAnswers.length;
    expect(await logIn(inspected.tab, stage.app, fault)).toBe(app);
    expect(stage.tokenAnswers.slice(before).at(-1)?.refusal).toBe(refusal);
    await expect(panel.flows(outcome)).toHaveCount(1);
    await expect(panel.flows()).toHaveCount(1);
    await expect(panel.sentence).toHaveText(verdict);
  });
}
