import browser from 'webextension-polyfill';
import type { SiteAccess } from '../messaging/protocol.ts';

/** May the extension see every site, or which ones since the user restricted it? */
export async function readSiteAccess(): Promise<SiteAccess> {
  if (await browser.permissions.contains({ origins: ['<all_urls>'] })) return { allSites: true };
  const { origins = [] } = await browser.permissions.getAll();
  return { allSites: false, sites: origins };
}

/** Hears of changes to what the extension may see. */
export function onSiteAccessChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(() => listener());
  browser.permissions.onRemoved.addListener(() => listener());
}
