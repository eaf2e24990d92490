/** May the extension see every site, or did the user restrict it? */
export function seesAllSites(): Promise<boolean> {
  return chrome.permissions.contains({ origins: ['<all_urls>'] });
}

/** Hears of changes to what the extension may see. */
export function onSiteAccessChanged(listener: () => void): void {
  chrome.permissions.onAdded.addListener(() => listener());
  chrome.permissions.onRemoved.addListener(() => listener());
}
