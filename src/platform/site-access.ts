import browser from 'webextension-polyfill';

/** May the extension see every site, or did the user restrict it? */
export function seesAllSites(): Promise<boolean> {
  return browser.permissions.contains({ origins: ['<all_urls>'] });
}

/** Hears of changes to what the extension may see. */
export function onSiteAccessChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(() => listener());
  browser.permissions.onRemoved.addListener(() => listener());
}
