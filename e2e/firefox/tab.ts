import { setTimeout as pause } from 'node:timers/promises';
import type { Marionette } from './marionette.ts';
import { patienceMs, privileged, scriptTimeout, value } from './session.ts';

/** Where a tab may be that shares no cookies with the ordinary ones. */
export type Place = 'container' | 'private window';

/** The selected tab as its user sees it; what is looked for may take {@link patienceMs} to appear. */
export interface FirefoxTab {
  goto(url: string): Promise<void>;
  click(button: string): Promise<void>;
  /** Waits until the page has this button. */
  find(button: string): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  /** Text of the first element that `xpath` finds. */
  textOf(xpath: string): Promise<string>;
  /** Runs `body` (async, may `return` what is JSON) in the page. */
  run(body: string): Promise<unknown>;
  /** Does `work` in the window that a page has opened, then comes back. */
  inPopup(work: () => Promise<void>): Promise<void>;
  /** Opens an empty tab in a container, or in a private window, and goes on there. */
  moveTo(place: Place): Promise<void>;
  /** Does `work` there, then comes back. */
  inPlace(place: Place, work: () => Promise<void>): Promise<void>;
  forgetCookies(): Promise<void>;
}

/** How the browser's own menus open these; the first container is one of those that every profile has. */
const opening = {
  container: `const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
    gBrowser.selectedTab = gBrowser.addTab('about:blank', { userContextId: 1, triggeringPrincipal });
    if (gBrowser.contentPrincipal.userContextId !== 1) throw new Error('This is no container.');`,
  'private window': `const opened = OpenBrowserWindow({ private: true });
    while (!opened.gBrowserInit?.delayedStartupFinished) await new Promise((go) => setTimeout(go, 50));
    if (opened.gBrowser.contentPrincipal.privateBrowsingId !== 1) throw new Error('This is no private window.');`,
} as const satisfies Record<Place, string>;

/** The key under which WebDriver names an element (https://www.w3.org/TR/webdriver2/#elements). */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

function memberOf(answer: unknown, name: string): unknown {
  if (typeof answer !== 'object' || answer === null) return undefined;
  return Object.entries(answer).find(([key]) => key === name)?.[1];
}

const buttonOf = (text: string): string => `//button[normalize-space()="${text}"]`;

/** The tab of a session that was begun. */
export async function selectedTab(marionette: Marionette): Promise<FirefoxTab> {
  const send = async (command: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown> => {
    await value(marionette.send('Marionette:SetContext', { value: 'content' }));
    return value(marionette.send(command, parameters));
  };
  // A search that began before a page went on has been seen to find nothing in a minute: each is short and begins anew.
  await send('WebDriver:SetTimeouts', { implicit: 500 });
  const find = async (xpath: string): Promise<unknown> => {
    const until = Date.now() + patienceMs;
    await value(marionette.send('Marionette:SetContext', { value: 'content' }));
    for (;;) {
      const found = await marionette.send('WebDriver:FindElement', { using: 'xpath', value: xpath });
      if (found.ok) return memberOf(memberOf(found.value, 'value'), elementKey);
      if (found.error !== 'no such element' || Date.now() > until)
        throw new Error(`Firefox answered "${found.error}": ${found.message} ${await whereItIs()}`);
    }
  };
  const whereItIs = async (): Promise<string> => {
    const url = memberOf(await send('WebDriver:GetCurrentURL', {}), 'value');
    const source = memberOf(await send('WebDriver:GetPageSource', {}), 'value');
    return `The page is ${String(url)}: ${String(source).slice(0, 1000)}`;
  };
  /** A page's new window may take as long as anything else. */
  const windowBeside = async (mine: unknown): Promise<unknown> => {
    const until = Date.now() + patienceMs;
    while (Date.now() < until) {
      const handles = await send('WebDriver:GetWindowHandles', {});
      const listed: readonly unknown[] = Array.isArray(handles) ? handles : [];
      const other = listed.find((each) => each !== mine);
      if (other !== undefined) return other;
      await pause(50);
    }
    throw new Error('No window was opened.');
  };
  const currentWindow = async (): Promise<unknown> =>
    memberOf(await send('WebDriver:GetWindowHandle', {}), 'value');
  const switchTo = (handle: unknown): Promise<unknown> => send('WebDriver:SwitchToWindow', { handle });
  const moveTo = async (place: Place): Promise<void> => {
    const mine = await currentWindow();
    await privileged(marionette, opening[place]);
    await switchTo(await windowBeside(mine));
  };
  return {
    goto: async (url) => void (await send('WebDriver:Navigate', { url })),
    find: async (button) => void (await find(buttonOf(button))),
    click: async (button) => {
      const id = await find(buttonOf(button));
      await send('WebDriver:ElementClick', { id });
    },
    fill: async (label, text) => {
      const id = await find(`//label[starts-with(normalize-space(), "${label}")]//input`);
      await send('WebDriver:ElementSendKeys', { id, text });
    },
    textOf: async (xpath) => {
      const id = await find(xpath);
      return String(memberOf(await send('WebDriver:GetElementText', { id }), 'value'));
    },
    run: async (body) => {
      const script = `const [done] = arguments; (async () => { ${body} })().then((it) => done(it ?? null), (e) => done({ failed: String(e) }));`;
      return memberOf(
        await send('WebDriver:ExecuteAsyncScript', { script, args: [], scriptTimeout }),
        'value',
      );
    },
    inPopup: async (work) => {
      const mine = await currentWindow();
      await switchTo(await windowBeside(mine));
      await work();
      await switchTo(mine);
    },
    moveTo,
    inPlace: async (place, work) => {
      const mine = await currentWindow();
      await moveTo(place);
      await work();
      await switchTo(mine);
    },
    forgetCookies: async () => void (await privileged(marionette, 'Services.cookies.removeAll();')),
  };
}
