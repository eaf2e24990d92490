import { expect, test } from './firefox/fixtures.ts';
import { endOfLogin, logIn, passTenantPages } from './firefox/log-in.ts';
import { beginAnew, exportTrace, importTrace, look, verdict } from './firefox/panel.ts';
import { steps, wordsOf } from './firefox/steps.ts';
import { withoutTags } from './support/verdict-words.ts';

test.describe.configure({ mode: 'default' });

test.beforeEach(({ firefox }) => beginAnew(firefox));

test.afterEach(async ({ firefox }) => {
  expect(await firefox.toolbox.errors()).toEqual([]);
});

/** The steps of a login that asks for the user too. */
const firstLogin = [
  'navigation /auth 303',
  'navigation /auth/… 303',
  'fetch /token 200 with body',
  'fetch /me 200 with body',
];

test('a login in a popup is one login in two tabs', async ({ stage, firefox }, testInfo) => {
  const { tab } = firefox;
  await tab.goto(stage.app);
  await tab.click('Log in by popup');
  await tab.inPopup(() => passTenantPages(tab));
  expect(await endOfLogin(tab)).toBe('Signed in as alice.');
  await expect.poll(async () => (await look(firefox)).flows.join()).toContain('Succeeded');
  const file = testInfo.outputPath('trace.json');
  await expect.poll(async () => wordsOf(await steps(firefox, file))).toEqual(firstLogin);
  const [asked, answered, redeemed] = await steps(firefox, file);
  expect(asked?.tab).toBe(answered?.tab);
  expect(redeemed?.tab).not.toBe(asked?.tab);
});

test('a silent renew is a login of its own in a frame, exported with the one it renews', async ({
  stage,
  firefox,
}, testInfo) => {
  const { tab } = firefox;
  await logIn(tab, stage.app, 'no-refresh-token');
  await tab.click('Renew');
  await expect.poll(async () => (await look(firefox)).flows.join()).toMatch(/Succeeded[^]*Succeeded/u);
  const file = testInfo.outputPath('trace.json');
  await expect
    .poll(async () => wordsOf(await steps(firefox, file)))
    .toEqual([...firstLogin, 'frame /auth 303', 'fetch /token 200 with body', 'fetch /me 200 with body']);
});

test('exported and imported, a login shows the same verdict', async ({ stage, firefox }, testInfo) => {
  await logIn(firefox.tab, stage.app, 'redirect-at-token');
  await expect.poll(async () => (await look(firefox)).sentence).toMatch(/redirect_uri/u);
  await expect.poll(() => verdict(firefox)).not.toContain('the body of a token answer');
  const words = async (): Promise<string> => withoutTags(await verdict(firefox));
  const live = await words();
  const file = testInfo.outputPath('trace.json');
  await exportTrace(firefox, file);
  await importTrace(firefox, file);
  await expect.poll(() => firefox.toolbox.text()).toContain('Imported file:');
  expect(await words()).toBe(live);
  await firefox.toolbox.inPanel(
    `[...document.querySelectorAll('button')].find((it) => it.innerText === 'Back to live').click();`,
  );
});
