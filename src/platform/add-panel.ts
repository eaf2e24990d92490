import browser from 'webextension-polyfill';

/** Adds the panel to this DevTools window. Paths are absolute: Firefox and Chromium resolve relative ones differently. */
export function addPanel(): void {
  void browser.devtools.panels.create('Grantscope', '/public/icon-32.png', '/src/panel/panel.html');
}
