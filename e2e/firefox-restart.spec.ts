import { expect, test } from './firefox/fixtures.ts';
import { endOfLogin, logIn } from './firefox/log-in.ts';
import { beginAnew, look } from './firefox/panel.ts';
import { steps, wordsOf } from './firefox/steps.ts';
import { stopAt } from './firefox/stop-at.ts';
import { moments, type Moment } from './support/moments.ts';

test.describe.configure({ mode: 'default' });

test.beforeEach(({ firefox }) => beginAnew(firefox));

for (const stopped of moments) {
  test(`the verdict is the same with the event page stopped ${stopped}`, async ({
    stage,
    firefox,
  }, testInfo) => {
    const { tab, toolbox } = firefox;
    const reached = async (moment: Moment): Promise<void> => {
      if (moment === stopped) await toolbox.stopBackground();
    };
    await tab.goto(`${stage.app}/?fault=redirect-at-token&hold=yes`);
    await reached('before the login');
    await tab.click('Log in');
    await tab.fill('User name', 'alice');
    await reached('on the page for name and password');
    await tab.fill('Password', 'correct horse');
    await tab.click('Sign in');
    await tab.find('Allow');
    await reached('on the page for consent');
    await tab.click('Allow');
    await expect
      .poll(() => tab.run(`return 'release' in (window.wrappedJSObject ?? window)`).catch(() => false))
      .toBe(true);
    await reached('between callback and token call');
    await tab.run('(window.wrappedJSObject ?? window).release()');
    expect(await endOfLogin(tab)).toBe('Failed: grant request is invalid');
    await reached('after the token answer');
    await expect.poll(async () => (await look(firefox)).sentence).toMatch(/redirect_uri/u);
    await expect.poll(async () => (await look(firefox)).flows.length).toBe(1);
    const file = testInfo.outputPath('trace.json');
    await expect
      .poll(async () => wordsOf(await steps(firefox, file)))
      .toEqual(['navigation /auth 303', 'navigation /auth/… 303', 'fetch /token 400 with body']);
    await expect.poll(() => toolbox.backgroundState()).toBe('running');
    expect(await toolbox.errors()).toEqual([]);
  });
}

/** Requests of a login: a page's redirect, the callback, the page's own call. */
const requests = ['/auth', '/callback.html', '/token'];
const events = ['http-on-modify-request', 'http-on-examine-response', 'http-on-stop-request'] as const;

// What the event page has not heard of is unknown then (a status, a body), but nothing else is said in its place.
const heard =
  /^navigation \/auth (303|undefined)\nnavigation \/auth\/… 303\n(fetch|other) \/token 400( with body)?$/u;

/**
 * Firefox ends an answer with nothing when the page that asked for a filter on it is stopped before the filter is there, which
 * other processes may see to only after the answer's head has come (docs/firefox.md).
 */
const mayLoseAnswer = (event: string, path: string): boolean =>
  event !== 'http-on-stop-request' && path === '/token';
const refusedOrEmpty = /^Failed: (?:grant request is invalid|Bad Request \(400\): \{\})$/u;

for (const path of requests) {
  for (const event of events) {
    test(`the verdict is the same with the event page stopped at ${event} of …${path}`, async ({
      stage,
      firefox,
    }, testInfo) => {
      const { tab, toolbox } = firefox;
      const hasStopped = await stopAt(firefox, event, path);
      const said = await logIn(tab, stage.app, 'redirect-at-token');
      expect(said).toMatch(
        mayLoseAnswer(event, path) ? refusedOrEmpty : /^Failed: grant request is invalid$/u,
      );
      await expect.poll(hasStopped).toBe(true);
      await expect.poll(async () => (await look(firefox)).sentence).toMatch(/redirect_uri/u);
      await expect.poll(async () => (await look(firefox)).flows.length).toBe(1);
      const file = testInfo.outputPath('trace.json');
      expect(wordsOf(await steps(firefox, file)).join('\n')).toMatch(heard);
      expect(await toolbox.errors()).toEqual([]);
    });
  }
}
