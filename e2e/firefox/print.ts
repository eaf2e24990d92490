import type { InspectedFirefox } from './inspected.ts';

/** Waits for the browser's print dialog over a tab and answers of how many sheets it shows a preview. */
export async function sheetsInPreview({ privileged }: InspectedFirefox): Promise<number> {
  return Number(
    await privileged(`
      const sheets = () => Number(document.querySelector('.printPreviewBrowser')?.getAttribute('sheet-count') ?? 0);
      const until = Date.now() + 20000;
      while (sheets() === 0) {
        if (Date.now() > until) throw new Error('No print preview is shown.');
        await new Promise((go) => setTimeout(go, 50));
      }
      return sheets();`),
  );
}

/** Presses Cancel in it. */
export async function cancelPrint({ privileged }: InspectedFirefox): Promise<void> {
  await privileged(`
    const cancel = () => [...document.querySelectorAll('browser')]
      .map((it) => it.contentDocument?.querySelector('#cancel-button')).find((it) => it);
    cancel().click();`);
}

/** Addresses of the selected window's tabs. */
export async function openTabs({ privileged }: InspectedFirefox): Promise<readonly string[]> {
  const told = await privileged('return gBrowser.tabs.map((it) => it.linkedBrowser.currentURI.spec);');
  return Array.isArray(told) ? told.map(String) : [];
}

/** Shows the panel as paper would have it, or as a screen does again. */
export async function showAs({ privileged }: InspectedFirefox, medium: 'print' | 'screen'): Promise<void> {
  const override = medium === 'print' ? 'print' : '';
  await privileged(
    `window.grantscopePanel.browsingContext.mediumOverride = ${JSON.stringify(override)};
     await new Promise((go) => setTimeout(go));`,
  );
}
