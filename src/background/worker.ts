import type { ObservedAnswer } from '../engine/http/observed-answer.ts';
import { patternsOf, patternsWithoutHook } from '../engine/http/telling-paths.ts';
import { createSession, type Changes } from '../engine/session/session.ts';
import type { CaptureEvent } from '../engine/session/capture-event.ts';
import { nothingForgotten, type Limits } from '../engine/session/stock.ts';
import type { CaptureStatus, Settings, SiteAccess } from '../messaging/protocol.ts';
import { createPanelServer, type PanelServer } from '../messaging/serve.ts';
import { createLogStore, type TextArea } from './log-store.ts';
import type { CaptureListeners } from './capture-listeners.ts';
import { createListening, lastSignOf, type ListeningState } from './listening.ts';
import { createRecorder } from './recorder.ts';
import { createRecording, type Recording } from './recording.ts';
import { createUnseenSites } from './unseen-sites.ts';
import { withoutCookieValues } from './without-cookie-values.ts';

/** What the worker needs of its surroundings. */
export interface Surroundings {
  readonly area: TextArea;
  readonly settings: Settings;
  readonly siteAccess: SiteAccess;
  /** Can this browser put a hook into pages? */
  readonly canHookPages: boolean;
  /** A name for this run of the browser, if it has none yet. */
  readonly newRun: () => string;
  /** A random key for this run, if it has none yet; equal cookies are told by it, and it goes with the log. */
  readonly newCookieKey: () => string;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly afterReconnect: (work: () => void) => void;
  /** Called when the status may have changed, and once at the start. */
  readonly onStatus: (status: CaptureStatus) => void;
  readonly onSettings: (settings: Settings) => void;
}

/** Everything the worker does, apart from the browser. */
export interface Worker {
  readonly requests: CaptureListeners;
  readonly recording: Recording;
  readonly listening: ListeningState;
  readonly panels: PanelServer;
  /** Resolves when what was observed is stored. */
  observe(answer: ObservedAnswer): Promise<void>;
  siteAccessChanged(siteAccess: SiteAccess): void;
}

/** 10 MiB is what browsers give `storage.session`; text takes up to two bytes a character there once it is quoted. */
export const limits = limitsOf(5_000);

/** Restores the log that an earlier worker of this browser run stored, and goes on from there. */
export async function restore(around: Surroundings): Promise<Worker> {
  let { siteAccess } = around;
  const unseenSites = createUnseenSites();
  let storageRefused = false;
  const log = createLogStore(around.area, (refused) => {
    storageRefused = refused;
    statusChanged();
  });
  const { records, memo } = await log.load();
  const run = memo?.run ?? around.newRun();
  const cookieKey = memo?.cookieKey ?? around.newCookieKey();
  const withoutValues = withoutCookieValues(cookieKey);
  const session = createSession({
    run,
    limits,
    records,
    forgotten: memo?.forgotten ?? nothingForgotten,
  });
  unseenSites.reset(siteAccess, session.exchanges());
  const recording = createRecording({
    settings: around.settings,
    devtoolsWasOpen: memo?.devtoolsOpen === true,
    afterReconnect: around.afterReconnect,
    onSettings: around.onSettings,
    onChange: () => {
      limitLog();
      remember();
      statusChanged();
    },
  });
  const panels = createPanelServer({
    exchanges: () => session.exchanges(),
    status,
    onRequest: (request) => {
      if (request.type === 'clear') apply({ type: 'cleared', at: around.now() });
      else recording.change(request.settings);
    },
    onWatching: () => listening.update(),
  });
  const isRecording = (): boolean => recording.state() !== 'off';
  const hasPageHook = (): boolean => around.canHookPages && recording.settings().pageHook === true;
  const listening = createListening({
    isRecording,
    isWatched: () => recording.isDevtoolsOpen() || panels.areWatched(),
    now: around.now,
    lastSign: lastSignOf(records),
    hasPageHook,
    known: () => [
      ...(hasPageHook() ? [] : patternsWithoutHook),
      // Of calls the log has only those that are messages of a login, or were refused for their token.
      ...patternsOf(session.exchanges().flatMap(({ kind, url }) => (kind === 'fetch' ? [url] : []))),
    ],
  });

  function status(): CaptureStatus {
    return {
      recording: recording.state(),
      settings: recording.settings(),
      droppedExchanges: session.forgotten().dropped,
      storageRefused,
      allSites: siteAccess.allSites,
      unseenSites: unseenSites.names(),
    };
  }

  function statusChanged(): void {
    listening.update();
    panels.statusChanged();
    around.onStatus(status());
  }

  function remember(): void {
    const forgotten = session.forgotten();
    log.remember({ run, cookieKey, forgotten, devtoolsOpen: recording.isDevtoolsOpen() });
  }

  function limitLog(): void {
    note(session.limit(limitsOf(recording.settings().logSize)));
  }

  function apply(event: CaptureEvent): void {
    const before = session.forgotten();
    const { changed } = note(session.apply(event));
    if (event.type === 'cleared') unseenSites.reset(siteAccess, []);
    const namesAnother = changed !== undefined && unseenSites.note(changed.exchange);
    const now = session.forgotten();
    if (now !== before) remember();
    if (now.dropped !== before.dropped || namesAnother) statusChanged();
  }

  /** Stores what changed and tells the panels. */
  function note(changes: Changes): Changes {
    const { changed, marked, removed } = changes;
    if (changed !== undefined) log.save(changed);
    for (const record of marked) log.save(record);
    log.remove(removed);
    if (changed?.related === true) listening.signSeen();
    else listening.update();
    if (changed !== undefined || removed.length > 0)
      panels.changed(changed === undefined ? [] : [changed.exchange], removed);
    return changes;
  }

  // What an earlier worker had no time to drop goes now.
  limitLog();
  remember();
  around.onStatus(status());
  return {
    requests: createRecorder(session, isRecording, (event) => apply(withoutValues(event))),
    recording,
    listening,
    panels,
    observe: async (answer) => {
      // A page that is open keeps the hook it was given until it goes.
      const isWanted = answer.channel !== 'page_hook' || recording.settings().pageHook === true;
      if (isRecording() && isWanted) apply({ type: 'observed', answer });
      await log.settled();
    },
    siteAccessChanged: (now) => {
      siteAccess = now;
      unseenSites.reset(siteAccess, session.exchanges());
      statusChanged();
    },
  };
}

function limitsOf(exchanges: number): Limits {
  return { exchanges, exchangesPerTab: exchanges * 0.4, characters: 4_000_000 };
}
