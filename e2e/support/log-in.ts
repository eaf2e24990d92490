import type { FrameLocator, Page } from '@playwright/test';

/** Fills in the tenant's login and consent pages in the window that shows them. */
export async function passTenantPages(window: Page | FrameLocator): Promise<void> {
  await window.getByLabel('User name').fill('alice');
  await window.getByLabel('Password').fill('correct horse');
  await window.getByRole('button', { name: 'Sign in' }).click();
  await window.getByRole('button', { name: 'Allow' }).click();
}

/** What the app says once its login ended, well or badly. */
export async function endOfLogin(tab: Page | FrameLocator): Promise<string> {
  const status = tab.getByRole('status').filter({ hasText: /^(Signed in|Failed)/u });
  return (await status.textContent()) ?? '';
}

/** Opens the app with a fault (none for a clean login) and goes as far as the tenant's first page. */
export async function startLogin(tab: Page, app: string, fault = 'none'): Promise<void> {
  await tab.goto(`${app}/?fault=${fault}`);
  await tab.getByRole('button', { name: 'Log in', exact: true }).click();
}

/** A whole login by redirect; answers what the app said at its end. */
export async function logIn(tab: Page, app: string, fault?: string): Promise<string> {
  await startLogin(tab, app, fault);
  await passTenantPages(tab);
  return endOfLogin(tab);
}
