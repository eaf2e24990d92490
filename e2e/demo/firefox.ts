import { startInspected } from '../firefox/inspected.ts';
import { logIn } from '../firefox/log-in.ts';
import { exportTrace, look } from '../firefox/panel.ts';
import type { DemoBrowser } from './demo-browser.ts';

/** Firefox with its toolbox docked and our panel shown. */
export async function startFirefoxDemo(headed: boolean): Promise<DemoBrowser> {
  const firefox = await startInspected({ headed });
  const { tab, toolbox, stop } = firefox;
  return {
    name: `Firefox ${await toolbox.version()}`,
    logIn: async (app, fault) => {
      await tab.forgetCookies();
      return logIn(tab, app, fault);
    },
    look: () => look(firefox),
    picture: toolbox.picture,
    exportTrace: (file) => exportTrace(firefox, file),
    close: stop,
  };
}
