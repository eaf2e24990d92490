import type { Exchange } from '../engine/http/exchange.ts';
import type { ObservedAnswer } from '../engine/http/observed-answer.ts';

/** How many exchanges the user may have the log keep; the browser's session storage has no room for more. */
export const logSizes = [500, 2_000, 5_000] as const;

/** The user's choices; none is secret, kept in `storage.local`. */
export interface Settings {
  /** Record even while no DevTools window is open. */
  readonly recordAlways: boolean;
  /** Copy answers of token-like calls inside pages, some of which navigate away at once and lose them; undefined where the browser cannot. */
  readonly pageHook: boolean | undefined;
  /** How many exchanges the log keeps, all tabs together. */
  readonly logSize: (typeof logSizes)[number];
}

/** What the user lets the extension see. */
export interface SiteAccess {
  /** False when the user restricted it. */
  readonly allSites: boolean;
  /** Then, the sites it may see, as match patterns. */
  readonly sites?: readonly string[];
}

/** What the worker knows about itself; every loss is a fact that panels show. */
export interface CaptureStatus {
  readonly recording: 'devtools_open' | 'always' | 'off';
  readonly settings: Settings;
  /** Exchanges dropped because the log was full. */
  readonly droppedExchanges: number;
  /** True when the browser refused to store the log, which then lives in the worker's memory only. */
  readonly storageRefused: boolean;
  /** False when the user restricted the sites the extension may see. */
  readonly allSites: boolean;
  /** Then, those that the recorded exchanges name and that it may not see, as origins. */
  readonly unseenSites?: readonly string[];
}

/**
 * From the worker to a panel. `sequence` counts up by one with every message of a connection that carries
 * exchanges; a gap means that the panel must subscribe again.
 */
export type WorkerToPanel =
  | {
      readonly type: 'snapshot';
      readonly sequence: number;
      readonly exchanges: readonly Exchange[];
      readonly status: CaptureStatus;
    }
  | {
      readonly type: 'changed';
      readonly sequence: number;
      readonly exchanges: readonly Exchange[];
      /** Ids of exchanges that the log dropped. */
      readonly removed: readonly string[];
    }
  | { readonly type: 'status'; readonly status: CaptureStatus };

export type PanelToWorker =
  | { readonly type: 'subscribe' }
  | { readonly type: 'clear' }
  | { readonly type: 'change_settings'; readonly settings: Partial<Settings> };

/** From a devtools page, whose connection alone says that DevTools is open. */
export interface DevtoolsToWorker {
  readonly type: 'observed';
  readonly answer: ObservedAnswer;
}

/** What the page hook saw of one call of its page. */
export type PageAnswer = Omit<ObservedAnswer, 'id' | 'channel' | 'request' | 'tab'>;

/** From the page hook, one of whose halves lives among scripts that are not ours. */
export interface PageHookToWorker {
  readonly type: 'page_answered';
  readonly id: string;
  readonly answer: PageAnswer;
}

/** A two-way line between contexts. It reconnects by itself; `onConnect` fires at first and after each loss. */
export interface Channel<Incoming, Outgoing> {
  send(message: Outgoing): void;
  onMessage(listener: (message: Incoming) => void): void;
  onConnect(listener: () => void): void;
}
