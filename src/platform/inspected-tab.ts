/** The tab that this DevTools window inspects. */
export function inspectedTab(): number {
  return chrome.devtools.inspectedWindow.tabId;
}
