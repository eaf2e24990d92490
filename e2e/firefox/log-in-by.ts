import type { LoginWay } from '../support/cases.ts';
import { endOfLogin, logIn, passTenantPages } from './log-in.ts';
import type { FirefoxTab } from './tab.ts';

/** A whole login in one of the app's ways, as e2e/support/log-in-by.ts does it in Chromium. */
export async function logInBy(
  tab: FirefoxTab,
  app: string,
  fault: string,
  way: LoginWay = 'redirect',
): Promise<string> {
  if (way === 'popup') {
    await tab.goto(`${app}/?fault=${fault}`);
    await tab.click('Log in by popup');
    await tab.inPopup(() => passTenantPages(tab));
    return endOfLogin(tab);
  }
  const said = await logIn(tab, app, fault);
  if (way === 'renewed') await tab.click('Renew');
  return said;
}
