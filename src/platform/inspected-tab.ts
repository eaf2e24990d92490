import browser from 'webextension-polyfill';

/** The tab that this DevTools window inspects; undefined in a page that stands in a tab of its own. */
export function inspectedTab(): number | undefined {
  return 'devtools' in browser ? browser.devtools.inspectedWindow.tabId : undefined;
}
