import { writeFileSync } from 'node:fs';
import type { Marionette } from './marionette.ts';
import { patienceMs, privileged, value } from './session.ts';

/** The real toolbox of one tab, with the extension's panel in it. */
export type Toolbox = {
  /** Runs `body` (statements, may `return`) in the panel's document; the answer must be JSON. */
  readonly inPanel: (body: string) => Promise<unknown>;
  readonly text: () => Promise<string>;
  /** Clicks, as WebDriver does for a user's mouse, what `xpath` finds. */
  readonly press: (xpath: string) => Promise<void>;
  /** Runs `body` in the panel, which saves a file, and answers where the browser put it. */
  readonly download: (body: string) => Promise<string>;
  /** Drops a HAR on Firefox's own Network panel and answers method, address and status of each request it then lists. */
  readonly importHar: (name: string, text: string) => Promise<readonly string[]>;
  readonly picture: (file: string) => Promise<void>;
  /** Gives the toolbox one of its own themes, as its settings do. */
  readonly useTheme: (theme: 'light' | 'dark') => Promise<void>;
  /** Docks the toolbox to the right and makes the panel so wide, in a window large enough. */
  readonly widen: (width: number) => Promise<void>;
  /** The browser's version. */
  readonly version: () => Promise<string>;
  /** Text on the clipboard. */
  readonly clipboard: () => Promise<string>;
  readonly stopBackground: () => Promise<void>;
  readonly backgroundState: () => Promise<unknown>;
  /** Messages of errors that the extension's own code logged. */
  readonly errors: () => Promise<unknown>;
  readonly close: () => Promise<void>;
};

const policy = `const policy = WebExtensionPolicy.getByID(args[0]);
  if (!policy) throw new Error('The extension is not installed.');`;

const button = `${policy}
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const button = () => ExtensionParent.apiManager.global.browserActionFor(policy.extension);`;

/** The button in the toolbar says when the extension records. */
const untilRecording = `${button}
  const until = Date.now() + ${patienceMs};
  const title = () => button()?.action.getProperty(null, 'title');
  while (!/: recording/.test(title())) {
    if (Date.now() > until) throw new Error('The extension does not record: ' + title());
    await new Promise((go) => setTimeout(go, 50));
  }`;

const frame = `const panel = window.grantscopePanel;
  if (!panel) throw new Error('The panel is not open.');`;

const findPanel = `const find = () => [...window.grantscopeToolbox.doc.querySelectorAll('iframe')]
    .flatMap((it) => [...(it.contentDocument?.querySelectorAll('browser') ?? [])])
    .find((it) => it.browsingContext?.currentURI?.spec.endsWith('/panel.html'));
  const limit = Date.now() + ${patienceMs};
  while (!(window.grantscopePanel = find())) {
    if (Date.now() > limit) throw new Error('The panel did not load.');
    await new Promise((go) => setTimeout(go, 50));
  }`;

const openPanel = `
  ${policy}
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const toolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab, {});
  const until = Date.now() + ${patienceMs};
  const wait = () => new Promise((go) => setTimeout(go, 50));
  let tool;
  while (!(tool = toolbox.getAdditionalTools().find((it) => it.label === args[1]))) {
    if (Date.now() > until) throw new Error('No tool is called ' + args[1]);
    await wait();
  }
  await toolbox.selectTool(tool.id);
  window.grantscopeToolbox = toolbox;
  ${findPanel}`;

/** The browser's own list says when a file is whole. */
const downloads = `const { Downloads } = ChromeUtils.importESModule('resource://gre/modules/Downloads.sys.mjs');
  const list = await Downloads.getList(Downloads.ALL);`;

const forgetDownloads = `${downloads} for (const it of await list.getAll()) await list.remove(it);`;

const downloaded = `${downloads}
  const until = Date.now() + ${patienceMs};
  for (;;) {
    const [saved] = await list.getAll();
    if (saved?.succeeded) return saved.target.path;
    if (saved?.error || Date.now() > until) throw new Error('Firefox saved no file: ' + (saved?.error ?? 'it lists none'));
    await new Promise((go) => setTimeout(go, 20));
  }`;

/** A sandbox inside the panel's process is the only way to evaluate there: its CSP forbids eval in the page itself. */
const evaluate = `${frame}
  const actor = panel.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  return actor.executeScript(args[0], [], { async: false, sandboxName: null, timeout: ${patienceMs} });`;

/** What WebDriver itself does for a click, which only reaches the documents of tabs. */
const press = `${frame}
  const actor = panel.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  const found = await actor.findElement('xpath', args[0], { timeout: ${patienceMs}, all: false });
  await actor.clickElement(found, { toJSON: () => ({ 'moz:webdriverClick': true }) });`;

/** A panel that still loads has no document to ask, or an empty one. */
const untilDrawn = `${frame}
  const until = Date.now() + ${patienceMs};
  const isDrawn = () => panel.browsingContext.currentWindowGlobal.getActor('MarionetteCommands')
    .executeScript("return document.querySelector('[role=toolbar]') !== null;", [], { async: false, sandboxName: null, timeout: 5000 })
    .catch(() => false);
  while (!(await isDrawn())) {
    if (Date.now() > until) throw new Error('The panel stays empty.');
    await new Promise((go) => setTimeout(go, 50));
  }`;

/** As a user drops a file: the panel's own importer reads it and lists what it understood in place of what was there. */
const importHar = `
  const toolbox = window.grantscopeToolbox;
  const before = toolbox.currentToolId;
  const { panelWin } = await toolbox.selectTool('netmonitor');
  const { document, store } = panelWin;
  const until = Date.now() + ${patienceMs};
  const wait = async (what, isSo) => {
    while (!isSo()) {
      if (Date.now() > until) throw new Error('In the Network panel ' + what + ': ' + document.body.innerText.slice(0, 300));
      await new Promise((go) => setTimeout(go, 50));
    }
  };
  const listed = () => store.getState().requests.requests;
  await wait('is no button to clear', () => document.querySelector('.requests-list-clear-button'));
  document.querySelector('.requests-list-clear-button').click();
  await wait('requests stay', () => listed().length === 0 && document.querySelector('.request-list-empty-notice'));
  const dataTransfer = new panelWin.DataTransfer();
  dataTransfer.items.add(new panelWin.File([args[1]], args[0], { type: 'application/json' }));
  const drop = new panelWin.DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
  document.querySelector('.request-list-empty-notice').dispatchEvent(drop);
  const { length } = JSON.parse(args[1]).log.entries;
  await wait('are not all requests', () => document.querySelectorAll('.request-list-item').length === length);
  const answer = listed().map(({ method, url, status }) => method + ' ' + url + ' ' + status);
  await toolbox.selectTool(before);
  return answer;`;

const useTheme = `Services.prefs.setCharPref('devtools.theme', args[0]);`;

/** The user's own way is to drag the toolbox's edge, which no command does. */
const widen = `
  await window.grantscopeToolbox.switchHost('right');
  ${findPanel}
  window.resizeTo(args[0] + 500, 1000);
  Object.assign(document.querySelector('.devtools-toolbox-side-iframe').style, { width: args[0] + 'px', minWidth: '0' });
  const until = Date.now() + ${patienceMs};
  while (window.grantscopePanel.getBoundingClientRect().width !== args[0]) {
    if (Date.now() > until) throw new Error('The panel stays ' + window.grantscopePanel.getBoundingClientRect().width + ' wide.');
    await new Promise((go) => setTimeout(go, 50));
  }`;

/** Installs the extension in `folder`, grants it every host, and private windows if so told, and answers its id. */
export async function installExtension(
  marionette: Marionette,
  folder: string,
  { allowPrivateBrowsing = false } = {},
): Promise<string> {
  await value(marionette.send('WebDriver:NewSession', {}));
  const installed = await value(
    marionette.send('Addon:Install', { path: folder, temporary: true, allowPrivateBrowsing }),
  );
  const id =
    typeof installed === 'object' && installed !== null && 'value' in installed ? installed.value : '';
  await privileged(
    marionette,
    `${policy}
     const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
     await ExtensionPermissions.add(args[0], { permissions: [], origins: ['<all_urls>'], data_collection: [] }, policy.extension);`,
    [id],
  );
  return String(id);
}

/** Presses the extension's button in the toolbar, as who has no DevTools open, and waits until it records. */
export async function recordAlways(marionette: Marionette, id: string): Promise<void> {
  await privileged(marionette, `${button} await button().triggerAction(window);`, [id]);
  await privileged(marionette, untilRecording, [id]);
}

/** Ends the event page as the browser does when it is idle; the next event starts another. */
export async function stopBackground(marionette: Marionette, id: string): Promise<void> {
  await privileged(
    marionette,
    `${policy} await policy.extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });`,
    [id],
  );
}

/** Opens the real toolbox on the selected tab, shows the panel called `label`, and waits until the extension records. */
export async function openToolbox(marionette: Marionette, id: string, label: string): Promise<Toolbox> {
  const run = (body: string, args: readonly unknown[] = []): Promise<unknown> =>
    privileged(marionette, body, args);
  const inPanel = (body: string): Promise<unknown> => run(evaluate, [body]);
  await run(openPanel, [id, label]);
  await run(untilDrawn);
  await run(untilRecording, [id]);
  return {
    inPanel,
    download: async (body) => {
      await run(forgetDownloads);
      await inPanel(body);
      return String(await run(downloaded));
    },
    importHar: async (name, text) => listed(await run(importHar, [name, text])),
    press: async (xpath) => void (await run(press, [xpath])),
    text: async () => String(await inPanel('return document.body.innerText;')),
    picture: async (file) => {
      const data = await run(`${frame}
        const bitmap = await panel.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
        const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
        canvas.width = bitmap.width; canvas.height = bitmap.height;
        canvas.getContext('2d').drawImage(bitmap, 0, 0);
        return canvas.toDataURL('image/png').split(',')[1];`);
      writeFileSync(file, Buffer.from(String(data), 'base64'));
    },
    useTheme: async (theme) => void (await run(useTheme, [theme])),
    widen: async (width) => void (await run(widen, [width])),
    version: async () => String(await run('return Services.appinfo.version;')),
    clipboard: async () => String(await run('return navigator.clipboard.readText();')),
    stopBackground: () => stopBackground(marionette, id),
    backgroundState: () => run(`${policy} return policy.extension.backgroundState;`, [id]),
    errors: () =>
      run(
        `${policy} return Services.console.getMessageArray()
          .filter((it) => it instanceof Ci.nsIScriptError && !(it.flags & Ci.nsIScriptError.warningFlag))
          .filter((it) => it.sourceName.startsWith('moz-extension://' + policy.mozExtensionHostname))
          .map((it) => it.errorMessage);`,
        [id],
      ),
    close: async () => {
      await run('await window.grantscopeToolbox.destroy(); window.grantscopePanel = undefined;');
    },
  };
}

function listed(answer: unknown): readonly string[] {
  if (!Array.isArray(answer)) throw new Error('The Network panel answered no list.');
  return answer.map(String);
}
