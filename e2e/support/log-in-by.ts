import type { Page } from '@playwright/test';
import type { LoginWay } from './cases.ts';
import { endOfLogin, logIn, passTenantPages } from './log-in.ts';

/** A whole login in one of the app's ways; answers what the app said at its end, before it was renewed. */
export async function logInBy(
  tab: Page,
  app: string,
  fault: string,
  way: LoginWay = 'redirect',
): Promise<string> {
  if (way === 'popup') {
    await tab.goto(`${app}/?fault=${fault}`);
    const popup = tab.waitForEvent('popup');
    await tab.getByRole('button', { name: 'Log in by popup' }).click();
    await passTenantPages(await popup);
    return endOfLogin(tab);
  }
  const said = await logIn(tab, app, fault);
  if (way === 'renewed') await tab.getByRole('button', { name: 'Renew' }).click();
  return said;
}
