import browser from 'webextension-polyfill';

/** The tab that this DevTools window inspects. */
export function inspectedTab(): number {
  return browser.devtools.inspectedWindow.tabId;
}
