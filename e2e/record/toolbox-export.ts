import { startInspected } from '../firefox/inspected.ts';
import { logIn } from '../firefox/log-in.ts';

/** What “Save All As HAR” of Firefox’s Network panel writes of a login, its log kept over navigations. */
export async function throughToolbox(app: string, fault: string): Promise<string> {
  const firefox = await startInspected();
  await firefox.privileged(`
    Services.prefs.setBoolPref('devtools.netmonitor.persistlog', true);
    await window.grantscopeToolbox.selectTool('netmonitor');`);
  await logIn(firefox.tab, app, fault);
  const text = await firefox.privileged(`
    const har = await window.grantscopeToolbox.getHARFromNetMonitor();
    return JSON.stringify(har.log === undefined ? { log: har } : har);`);
  await firefox.stop();
  return String(text);
}
