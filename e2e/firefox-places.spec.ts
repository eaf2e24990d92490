import { expect } from '@playwright/test';
import { startInspected } from './firefox/inspected.ts';
import { logIn } from './firefox/log-in.ts';
import { look } from './firefox/panel.ts';
import { steps, wordsOf } from './firefox/steps.ts';
import { test } from './support/with-stage.ts';

for (const place of ['container', 'private window'] as const) {
  test(`a login in a ${place} is seen with all its bodies`, async ({ stage }, testInfo) => {
    const firefox = await startInspected({ place });
    try {
      await logIn(firefox.tab, stage.app);
      await expect.poll(async () => (await look(firefox)).flows.join()).toContain('Succeeded');
      const file = testInfo.outputPath('trace.json');
      await expect
        .poll(async () => wordsOf(await steps(firefox, file)))
        .toEqual([
          'navigation /auth 303',
          'navigation /auth/… 303',
          'fetch /token 200 with body',
          'fetch /me 200 with body',
        ]);
    } finally {
      await firefox.stop();
    }
  });
}

test('a login in a private window is not seen while the user has not allowed it', async ({ stage }) => {
  const firefox = await startInspected();
  const { tab, toolbox } = firefox;
  try {
    await toolbox.press('//button[normalize-space()="This tab"][@aria-pressed="true"]');
    await tab.inPlace('private window', async () => {
      expect(await logIn(tab, stage.app)).toBe('Signed in as alice.');
    });
    expect(await logIn(tab, stage.app)).toBe('Signed in as alice.');
    const outcomes = async (): Promise<readonly boolean[]> =>
      (await look(firefox)).flows.map((flow) => flow.includes('Succeeded'));
    await expect.poll(outcomes).toEqual([true]);
  } finally {
    await firefox.stop();
  }
});
