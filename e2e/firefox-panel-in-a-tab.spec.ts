import { expect, test } from './firefox/fixtures.ts';
import { logIn } from './firefox/log-in.ts';
import { look } from './firefox/panel.ts';

test('the panel opens in a tab of its own, with the same logins', async ({ stage, firefox }) => {
  const { tab, toolbox } = firefox;
  await logIn(tab, stage.app, 'redirect-at-token');
  await expect.poll(async () => (await look(firefox)).sentence).toMatch(/redirect_uri/u);
  await toolbox.press('//a[.="Open in a tab"]');
  await tab.inPopup(async () => {
    expect(await tab.textOf('//section[@aria-label="Verdict"]//h1')).toBe((await look(firefox)).sentence);
  });
  await toolbox.press('//*[@role="tab"][starts-with(., "Findings")]');
  await toolbox.press('//a[.="redirect-uri-token-mismatch"]');
  await tab.inPopup(async () => {
    expect(await tab.textOf('//h1')).toBe('Rules');
  });
  // The panel is the same in the next test.
  await toolbox.press('//*[@role="tab"][starts-with(., "Sequence")]');
  expect(await toolbox.errors()).toEqual([]);
});
