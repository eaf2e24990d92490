import browser, { type Devtools } from 'webextension-polyfill';

/** What DevTools lets its own pages do; undefined in a tab, where Firefox has the name with nothing behind it. */
export const devtools: Devtools.Static | undefined = 'devtools' in browser ? browser.devtools : undefined;
