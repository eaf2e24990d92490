import type { FirefoxTab } from './tab.ts';

const ended = '//*[@role="status"][starts-with(., "Signed in") or starts-with(., "Failed")]';

/** Fills in the tenant's login and consent pages in the window that shows them. */
export async function passTenantPages(tab: FirefoxTab): Promise<void> {
  await tab.fill('User name', 'alice');
  await tab.fill('Password', 'correct horse');
  await tab.click('Sign in');
  await tab.click('Allow');
}

/** What the app says once its login ended, well or badly. */
export function endOfLogin(tab: FirefoxTab): Promise<string> {
  return tab.textOf(ended);
}

/** A whole login by redirect, as e2e/support/log-in.ts does it in Chromium; answers what the app said at its end. */
export async function logIn(tab: FirefoxTab, app: string, fault = 'none'): Promise<string> {
  await tab.goto(`${app}/?fault=${fault}`);
  await tab.click('Log in');
  await passTenantPages(tab);
  return endOfLogin(tab);
}
