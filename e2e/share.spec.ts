import { readFileSync } from 'node:fs';
import { expect, test } from './support/fixtures.ts';
import { showPanel } from './support/devtools.ts';
import { logIn } from './support/log-in.ts';

test('what the preview shows is what is saved, in every format', async ({
  stage,
  inspected,
  openPanel,
}, testInfo) => {
  const panel = await openPanel();
  await logIn(inspected.tab, stage.app);
  await expect(panel.flows('Succeeded')).toHaveCount(1);
  const frame = await showPanel(inspected.devtools);
  await frame.getByRole('button', { name: 'Export' }).click();
  const dialog = frame.getByRole('dialog', { name: 'Export' });
  const options = dialog.getByLabel('Format').getByRole('option');
  await expect(options).toHaveCount(8);
  const formats = await options.allInnerTexts();
  for (const format of formats.filter((each) => each !== 'Picture (PNG)')) {
    await dialog.getByLabel('Format').selectOption(format);
    const file = dialog.getByRole('region', { name: format });
    const preview = file.getByLabel('The file as it is saved');
    const shown = [await preview.evaluate((element) => element.textContent)];
    const next = file.getByRole('button', { name: 'Next page' });
    while ((await next.count()) === 1 && (await next.isEnabled())) {
      const page = await preview.evaluate((element) => element.textContent);
      await next.click();
      await expect.poll(() => preview.evaluate((element) => element.textContent)).not.toBe(page);
      shown.push(await preview.evaluate((element) => element.textContent));
    }
    const [download] = await Promise.all([
      inspected.devtools.waitForEvent('download'),
      file.getByRole('button', { name: 'Save' }).click(),
    ]);
    const path = testInfo.outputPath(download.suggestedFilename());
    await download.saveAs(path);
    expect(path).toContain('-succeeded.');
    expect(shown.join(''), format).toBe(readFileSync(path, 'utf8'));
  }
});

test('the picture is a PNG, 1200 pixels wide, and the clipboard takes it', async ({
  stage,
  inspected,
  openPanel,
}, testInfo) => {
  const panel = await openPanel();
  await logIn(inspected.tab, stage.app);
  await expect(panel.flows('Succeeded')).toHaveCount(1);
  const frame = await showPanel(inspected.devtools);
  await frame.getByRole('button', { name: 'Copy', exact: true }).click();
  await frame.getByRole('menuitem', { name: /^Picture/u }).click();
  const dialog = frame.getByRole('dialog', { name: 'Picture' });
  const [download] = await Promise.all([
    inspected.devtools.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save' }).click(),
  ]);
  const path = testInfo.outputPath('picture.png');
  await download.saveAs(path);
  const png = readFileSync(path);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1200);
  expect(png.readUInt32BE(20)).toBeGreaterThan(300);
  await dialog.getByRole('button', { name: 'Copy picture' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Copied');
});
