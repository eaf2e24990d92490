import type { Download, Frame, Locator, Page } from '@playwright/test';

/** What a user sees of our panel. */
export interface PanelView {
  /** Flows in the list whose words match, e.g. `Failed`. */
  flows(words?: string): Locator;
  readonly verdict: Locator;
  /** The one sentence read first. */
  readonly sentence: Locator;
  readonly emptyState: Locator;
  /** Whether it records, and in its title why. */
  readonly recording: Locator;
  /** A line above the flows, e.g. that older requests were dropped. */
  notice(words: RegExp): Locator;
  /** The notice that a file is shown and not the live recording. */
  readonly imported: Locator;
  /** The way to a tab of its own. */
  readonly openInTab: Locator;
  /** Opens one of our own documents by its link in the help. */
  openDocument(title: string): Promise<void>;
  openFindings(): Promise<Locator>;
  /** Turns a switch of the settings over. */
  choose(words: string): Promise<void>;
  /** Forgets what was recorded. */
  clear(): Promise<void>;
  exportTrace(): Promise<Download>;
  importTrace(file: string): Promise<void>;
}

/** Names the parts of the panel in `frame`, whose downloads belong to the DevTools window around it. */
export function panelView(frame: Frame, devtools: Page): PanelView {
  const verdict = frame.getByRole('region', { name: 'Verdict' });
  return {
    verdict,
    sentence: verdict.getByRole('heading', { level: 1 }),
    flows: (words) =>
      frame
        .getByRole('listbox', { name: 'Flows' })
        .getByRole('option')
        .filter({ hasText: words ?? '' }),
    emptyState: frame.getByRole('article').getByRole('heading', { level: 1 }),
    recording: frame
      .getByRole('toolbar', { name: 'Recording, filters and files' })
      .getByRole('status')
      .filter({ hasText: /Recording|Connecting/u }),
    notice: (words) => frame.locator('.notice').filter({ hasText: words }),
    imported: frame.getByText('Imported file:'),
    openInTab: frame.getByRole('link', { name: 'Open in a tab' }),
    openDocument: async (title) => {
      await frame.getByRole('button', { name: 'Help' }).click();
      await frame.getByRole('dialog').getByRole('link', { name: title }).click();
      await frame.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    },
    openFindings: async () => {
      await frame.getByRole('tab', { name: /^Findings/u }).click();
      return frame.getByRole('tabpanel');
    },
    choose: async (words) => {
      await frame.getByRole('button', { name: 'Settings' }).click();
      await frame.getByLabel(words).click();
      await frame.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    },
    clear: () => frame.getByRole('button', { name: 'Clear' }).click(),
    exportTrace: async () => {
      await frame.getByRole('button', { name: 'Export' }).click();
      const dialog = frame.getByRole('dialog', { name: 'Export' });
      const save = dialog.getByRole('button', { name: 'Save' });
      const [download] = await Promise.all([devtools.waitForEvent('download'), save.click()]);
      await dialog.getByRole('button', { name: 'Close' }).click();
      return download;
    },
    importTrace: (file) => frame.getByLabel('Import').setInputFiles(file),
  };
}
