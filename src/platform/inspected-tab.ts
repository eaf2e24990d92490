import { devtools } from './devtools.ts';

/** The tab that this DevTools window inspects; undefined in a page that stands in a tab of its own. */
export function inspectedTab(): number | undefined {
  return devtools?.inspectedWindow.tabId;
}
