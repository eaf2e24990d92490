import { readFileSync } from 'node:fs';
import { expect, test } from './firefox/fixtures.ts';
import type { InspectedFirefox } from './firefox/inspected.ts';
import { endOfLogin, logIn, passTenantPages } from './firefox/log-in.ts';
import { exportTrace, importTrace, look, verdict } from './firefox/panel.ts';

test.describe.configure({ mode: 'default' });

/** Each test begins with an empty list and nobody signed in. */
test.beforeEach(async ({ firefox }) => {
  await firefox.tab.forgetCookies();
  await firefox.toolbox.inPanel(
    `document.querySelector('button[title^="Forget every recorded login"]').click();`,
  );
  await expect.poll(async () => (await look(firefox)).flows).toEqual([]);
});

test.afterEach(async ({ firefox }) => {
  expect(await firefox.toolbox.errors()).toEqual([]);
});

/** The members of a trace file that tell where a step was seen, and how. */
interface TraceFile {
  readonly report: {
    readonly flows: readonly { readonly steps: readonly { readonly exchange: string }[] }[];
  };
  readonly exchanges: readonly {
    readonly id: string;
    readonly tab: number;
    readonly frame: number;
    readonly kind: string;
    readonly status: number;
    readonly url: string;
    readonly channels: readonly string[];
  }[];
}

const isTraceFile = (value: unknown): value is TraceFile =>
  typeof value === 'object' && value !== null && 'report' in value && 'exchanges' in value;

/** The steps of a login that asks for the user too. */
const firstLogin = [
  'navigation /auth 303',
  'navigation /auth/… 303',
  'fetch /token 200 with body',
  'fetch /me 200 with body',
];

/** The exchanges that are steps of the shown login and its renewals, in their order. */
async function steps(firefox: InspectedFirefox, file: string): Promise<TraceFile['exchanges']> {
  await exportTrace(firefox, file);
  const trace: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isTraceFile(trace)) throw new Error('This is no trace.');
  const { report, exchanges } = trace;
  const ids = report.flows.flatMap((flow) => flow.steps.map(({ exchange }) => exchange));
  return [...new Set(ids)].flatMap((id) => exchanges.find((each) => each.id === id) ?? []);
}

const wordsOf = (exchanges: TraceFile['exchanges']): readonly string[] =>
  exchanges.map(({ kind, url, status, channels }) => {
    const path = decodeURIComponent(new URL(url).pathname).replace(/‹.+›/u, '…');
    return `${kind} ${path} ${status}${channels.includes('response_filter') ? ' with body' : ''}`;
  });

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
  const words = async (): Promise<string> => (await verdict(firefox)).replaceAll(/·[0-9a-f]{4}\b/gu, '');
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
