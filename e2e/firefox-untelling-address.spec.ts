import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findFirefox } from '../scripts/ensure-firefox.mjs';
import { look } from './firefox/panel.ts';
import { startFirefox } from './firefox/process.ts';
import { steps, wordsOf } from './firefox/steps.ts';
import { privileged } from './firefox/session.ts';
import { selectedTab } from './firefox/tab.ts';
import { installExtension, openToolbox, recordAlways, stopBackground } from './firefox/toolbox.ts';
import { listen } from './servers/listen.ts';

test('a token call at an address that tells nothing is recorded whole without DevTools, also by an event page that has to be started for it', async ({}, testInfo) => {
  const executable = findFirefox();
  if (executable === undefined) throw new Error('No Firefox is installed.');
  const site = await listen();
  site.server.on('request', ({ method }, response) => {
    const [type, body] =
      method === 'POST' ? ['application/json', '{"access_token":"t"}'] : ['text/html', '<title>Site</title>'];
    response.setHeader('content-type', type).end(body);
  });
  const { marionette, stop } = await startFirefox({ executable, headed: false });
  try {
    const id = await installExtension(marionette, join(import.meta.dirname, '../dist/firefox'));
    const tab = await selectedTab(marionette);
    await recordAlways(marionette, id);
    await tab.goto(`${site.origin}/authorize?client_id=c&response_type=code`);
    await stopBackground(marionette, id);
    const body = 'grant_type=client_credentials&client_id=c';
    const call = `fetch('/x/9', { method: 'POST', body: new URLSearchParams('${body}') })`;
    expect(await tab.run(`return (await ${call}).status;`)).toBe(200);
    const toolbox = await openToolbox(marionette, id, 'Grantscope');
    const firefox = {
      tab,
      toolbox,
      extension: id,
      privileged: (it: string) => privileged(marionette, it),
      stop,
    };
    await expect.poll(async () => (await look(firefox)).flows.length).toBe(2);
    const file = testInfo.outputPath('trace.json');
    await expect.poll(async () => wordsOf(await steps(firefox, file))).toEqual(['fetch /x/9 200 with body']);
  } finally {
    await stop();
    await site.stop();
  }
});
