import type { Browser } from '@playwright/test';
import { join } from 'node:path';

/** What is to be saved, with what stands for removed values marked, and the receipt of what was removed. */
export async function exportPictures(plain: Browser, address: string, folder: string): Promise<void> {
  const page = await plain.newPage({ viewport: { width: 900, height: 620 }, colorScheme: 'light' });
  await page.goto(`${address}failed-redirect-uri`);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const receipt = dialog.getByRole('region', { name: 'What is removed' });
  await receipt.screenshot({ path: join(folder, 'export-receipt.png'), animations: 'disabled' });
  const preview = dialog.getByLabel('The file as it is saved');
  // The first thing that is marked, in the middle of the picture.
  await preview
    .locator('mark')
    .first()
    .evaluate((mark) => mark.scrollIntoView({ block: 'center' }));
  await dialog.screenshot({ path: join(folder, 'export-preview.png'), animations: 'disabled' });
  await page.close();
}
