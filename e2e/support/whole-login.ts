import { expect, type Page } from '@playwright/test';
import { parseParameters } from '../../src/engine/http/parameters.ts';
import type { Stage } from '../servers/stage.ts';
import { openInspectedTab, showPanel } from './devtools.ts';
import type { Browser } from './launch.ts';
import { logIn } from './log-in.ts';
import { panelView } from './panel.ts';

/** Secrets by the names they were sent under. */
export type Secrets = ReadonlyMap<string, string>;

/** A login, then a call with a client secret, both made by the page; answers the secrets that the browser was asked to send. */
async function loginWithSecrets(tab: Page, stage: Stage): Promise<Secrets> {
  const secrets = new Map<string, string>();
  tab.on('request', (request) => {
    const form = parseParameters(request.postData() ?? '');
    for (const { name, value } of [...parseParameters(new URL(request.url()).search.slice(1)), ...form])
      if (sent.test(name)) secrets.set(name, value);
  });
  const answer = tab.waitForResponse((response) => response.url().endsWith('/token') && response.ok());
  expect(await logIn(tab, stage.app)).toContain('Signed in');
  const tokens: unknown = await (await answer).json();
  for (const [name, value] of Object.entries(tokens ?? {}))
    if (name.endsWith('_token') && typeof value === 'string') secrets.set(name, value);
  const refused = tab.waitForEvent('requestfinished', (request) => request.url().endsWith('/token'));
  await tab.evaluate(async (address) => {
    const form = {
      grant_type: 'client_credentials',
      client_id: 'web',
      client_secret: 'planted-client-secret-5f0c',
    };
    await fetch(address, { method: 'POST', body: new URLSearchParams(form) }).catch(() => undefined);
  }, `${stage.tenantA}/token`);
  await refused;
  expect([...secrets.keys()].toSorted()).toEqual(expected);
  return secrets;
}

const sent = /^(?:code|state|code_verifier|password|client_secret)$/u;
const expected = [
  ...['access_token', 'client_secret', 'code', 'code_verifier', 'id_token', 'password', 'refresh_token'],
  'state',
];

/** The same with the panel open, which shows both and previews them as a file. */
export async function recordedLogin({ context }: Browser, stage: Stage): Promise<Secrets> {
  const { tab, devtools } = await openInspectedTab(context);
  const frame = await showPanel(devtools);
  const panel = panelView(frame, devtools);
  const secrets = await loginWithSecrets(tab, stage);
  await expect(panel.flows()).toHaveCount(2);
  await frame.getByRole('button', { name: 'Export' }).click();
  await expect(frame.getByLabel('The file as it is saved')).toContainText('grantscope.trace');
  return secrets;
}
