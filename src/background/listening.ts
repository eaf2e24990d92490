import type { SessionRecord } from '../engine/session/record.ts';
import type { Listening } from '../platform/web-request.ts';

/** How long after a message of a login the next may go to an address that tells nothing; milliseconds. */
export const loginTime = 30 * 60_000;

/** What listening depends on. */
export interface ListeningParts {
  readonly isRecording: () => boolean;
  /** Does somebody look, in DevTools or in a panel? */
  readonly isWatched: () => boolean;
  readonly now: () => number;
  /** When the newest message of a login in the log was sent; undefined when there is none. */
  readonly lastSign: number | undefined;
  /** Are pages given the hook, which tells of their calls? */
  readonly hasPageHook: () => boolean;
  /** Match patterns of the calls that 'narrow' is to hear beside those at the most telling addresses. */
  readonly known: () => readonly string[];
}

type Follower = (listening: Listening, known: readonly string[]) => void;

/** How much is listened to. It is narrowed late, at the next change of anything, and widened at once. */
export interface ListeningState {
  /** A message of a login was recorded: its next one may go to any address. */
  signSeen(): void;
  /** Something that listening depends on may have changed. */
  update(): void;
  /** Tells what to listen to now, and each change; `known` are the calls that 'narrow' is to hear besides. */
  follow(listener: Follower): void;
}

/** Makes the state; nobody is told before `follow`. */
export function createListening({
  isRecording,
  isWatched,
  now,
  lastSign,
  hasPageHook,
  known,
}: ListeningParts): ListeningState {
  let sign = lastSign !== undefined && lastSign <= now() ? lastSign : undefined;
  let tell: Follower | undefined;
  let told: string | undefined;

  function wanted(): Listening {
    if (!isRecording()) return 'off';
    return isWatched() || (sign !== undefined && now() - sign < loginTime) ? 'all' : 'narrow';
  }

  function update(): void {
    if (tell === undefined) return;
    const listening = wanted();
    const next = listening === 'narrow' && !hasPageHook() ? 'narrow, without page hook' : listening;
    if (next === told) return;
    told = next;
    tell(listening, listening === 'narrow' ? known() : []);
  }

  return {
    signSeen: () => {
      sign = now();
      update();
    },
    update,
    follow: (listener) => {
      tell = listener;
      update();
    },
  };
}

/** When the newest message was sent that may belong to a login; undefined when there is none. */
export function lastSignOf(records: readonly SessionRecord[]): number | undefined {
  return records.reduce<number | undefined>(
    (last, { related, exchange: { startedAt } }) =>
      related && (last === undefined || startedAt > last) ? startedAt : last,
    undefined,
  );
}
