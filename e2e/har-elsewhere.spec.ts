import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInput } from '../src/cli/read-input.ts';
import { isProblem } from '../src/engine/http/problem.ts';
import { loginCases } from './support/cases.ts';
import { openInspectedTab, showPanel } from './support/devtools.ts';
import { expect, test } from './support/fixtures.ts';
import { logInExplained } from './support/log-in-explained.ts';
import { withoutTags } from './support/verdict-words.ts';

const command = join(import.meta.dirname, '../dist/cli/grantscope.js');

for (const login of loginCases.slice(0, 3)) {
  test(`${login.title}: its HAR has all requests in Chromium’s Network panel, and in the command the same verdict`, async ({
    stage,
    extension,
    inspected,
    openPanel,
  }, testInfo) => {
    const panel = await openPanel();
    await logInExplained(inspected.tab, stage.app, panel, login);
    const sentence = withoutTags(await panel.sentence.innerText());
    const frame = await showPanel(inspected.devtools);
    await frame.getByRole('button', { name: 'Export' }).click();
    const dialog = frame.getByRole('dialog', { name: 'Export' });
    await dialog.getByLabel('Format').selectOption({ label: 'HAR' });
    const [download] = await Promise.all([
      inspected.devtools.waitForEvent('download'),
      dialog.getByRole('region', { name: 'HAR' }).getByRole('button', { name: 'Save' }).click(),
    ]);
    const file = testInfo.outputPath('login.har');
    await download.saveAs(file);
    const exchanges = readInput(readFileSync(file), 'login.har');
    if (isProblem(exchanges)) throw new Error(exchanges.reason);
    expect(exchanges.length).toBeGreaterThan(4);

    const { stdout, stderr } = spawnSync(process.execPath, [command, 'analyze', file], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(withoutTags(stdout)).toContain(sentence);

    // A tab that has loaded nothing, so that its Network panel shows what the file has and nothing else.
    const { devtools } = await openInspectedTab(extension);
    await devtools.getByRole('tab', { name: 'Network' }).click();
    await devtools.locator('input[type=file]').first().setInputFiles(file);
    await expect(devtools.getByText(/^\d+ requests$/u)).toHaveText(`${exchanges.length} requests`);
  });
}
