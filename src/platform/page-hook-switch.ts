import browser, { type Scripting } from 'webextension-polyfill';

/** The addresses of the hook's scripts inside the extension. */
export interface PageHookScripts {
  /** Among the page's own scripts. */
  readonly mainWorld: string;
  /** Beside them. */
  readonly relay: string;
}

const everywhere = (): Omit<Scripting.RegisteredContentScript, 'id'> => ({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  persistAcrossSessions: false,
});

/** Chromium runs them in the order of their ids, Firefox in that of registration; the relay has to listen first. */
const relayId = 'page-hook-1-relay';
const mainWorldId = 'page-hook-2-main-world';
const ids = [relayId, mainWorldId];

/** A switch for the page hook; pages that are open already are left as they are. */
export function createPageHookSwitch(scripts: PageHookScripts | undefined): {
  readonly register: (on: boolean) => void;
} {
  if (scripts === undefined) return { register: () => {} };
  const { mainWorld, relay } = scripts;
  let wanted: boolean | undefined;
  let chain: Promise<void> = Promise.resolve();

  async function change(on: boolean): Promise<void> {
    // The browser keeps what an earlier worker registered.
    const { length } = await browser.scripting.getRegisteredContentScripts({ ids });
    if (on === length > 0) return;
    if (!on) {
      await browser.scripting.unregisterContentScripts({ ids });
      return;
    }
    await browser.scripting.registerContentScripts([
      { ...everywhere(), id: relayId, js: [relay], world: 'ISOLATED' },
      { ...everywhere(), id: mainWorldId, js: [mainWorld], world: 'MAIN' },
    ]);
  }

  return {
    register: (on) => {
      if (wanted === on) return;
      wanted = on;
      chain = chain
        .then(() => change(on))
        // A refusal must not stop later changes; the next status asks again.
        .catch(() => void (wanted = undefined));
    },
  };
}
