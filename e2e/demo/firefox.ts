import { startInspected } from '../firefox/inspected.ts';
import { logInBy } from '../firefox/log-in-by.ts';
import { beginAnew, exportTrace, look } from '../firefox/panel.ts';
import type { DemoBrowser } from './demo-browser.ts';

/** Firefox with its toolbox docked and our panel shown. */
export async function startFirefoxDemo(headed: boolean): Promise<DemoBrowser> {
  const firefox = await startInspected({ headed });
  const { tab, toolbox, stop } = firefox;
  return {
    name: `Firefox ${await toolbox.version()}`,
    logIn: async (app, { fault, way }) => {
      await tab.forgetCookies();
      return logInBy(tab, app, fault, way);
    },
    look: () => look(firefox),
    picture: toolbox.picture,
    exportTrace: (file) => exportTrace(firefox, file),
    clear: () => beginAnew(firefox),
    close: stop,
  };
}
