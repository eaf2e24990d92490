import { signal, type ReadonlySignal } from '@preact/signals';
import type { SetLifetime } from '../../engine/flow/code-life.ts';
import { isJsonObject, listOf, numberMember, stringMember } from '../../engine/http/json.ts';

/** How the reader wants to see things; it holds nothing captured but the names of servers that the user entered. */
export interface Preferences {
  /** `auto`: as DevTools, or the system, has it. */
  readonly theme: 'auto' | 'light' | 'dark';
  /** Which time of day is shown. */
  readonly times: 'local' | 'utc';
  /** How long codes live where it was changed. */
  readonly lifetimes: readonly SetLifetime[];
}

/** Where preferences are kept across sessions. */
export interface PreferenceMemory {
  readonly read: () => Promise<unknown>;
  readonly write: (preferences: Preferences) => Promise<void>;
}

/** The preferences in force, and how to change them. */
export interface PreferenceStore {
  readonly current: ReadonlySignal<Preferences>;
  change(changes: Partial<Preferences>): void;
}

const initial: Preferences = { theme: 'auto', times: 'local', lifetimes: [] };

/** Starts with what was kept, if anything is; `onLifetimes` hears of every change of lifetimes. */
export function createPreferences(
  memory: PreferenceMemory | undefined,
  onLifetimes: (lifetimes: readonly SetLifetime[]) => void,
): PreferenceStore {
  const current = signal(initial);
  let isChanged = false;

  function take(next: Preferences): void {
    const isSame = next.lifetimes === current.value.lifetimes;
    current.value = next;
    if (!isSame) onLifetimes(next.lifetimes);
  }

  async function load(from: PreferenceMemory): Promise<void> {
    const stored = readPreferences(await from.read());
    // What the user chose meanwhile is newer.
    if (!isChanged) take(stored);
  }

  if (memory !== undefined) void load(memory);

  return {
    current,
    change(changes) {
      isChanged = true;
      take({ ...current.value, ...changes });
      void memory?.write(current.value);
    },
  };
}

/** Reads what was stored; what has another shape is as it is at first. */
function readPreferences(stored: unknown): Preferences {
  if (!isJsonObject(stored)) return initial;
  const theme = (['light', 'dark'] as const).find((each) => each === stored['theme']) ?? 'auto';
  const lifetimes = listOf(stored['lifetimes']).flatMap((each) => {
    if (!isJsonObject(each)) return [];
    const authority = stringMember(each, 'authority');
    const milliseconds = numberMember(each, 'milliseconds');
    return authority === undefined || milliseconds === undefined || milliseconds <= 0
      ? []
      : [{ authority, milliseconds }];
  });
  return { theme, times: stored['times'] === 'utc' ? 'utc' : 'local', lifetimes };
}
