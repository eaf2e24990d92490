import { signal, type ReadonlySignal } from '@preact/signals';
import { readSuccesses, withSuccess, type LastSuccess } from '../../engine/diagnosis/last-success.ts';
import type { FlowReport } from '../../engine/diagnosis/report.ts';

/** Where what worked is kept across sessions; undefined is stored when the user wants nothing remembered. */
export interface SuccessMemory {
  readonly read: () => Promise<unknown>;
  readonly write: (successes: readonly LastSuccess[] | undefined) => Promise<void>;
}

/** What worked, remembered across sessions if the user says so. */
export interface Successes {
  /** Whether the user wants what worked remembered. */
  readonly isOn: ReadonlySignal<boolean>;
  /** Switches remembering on, or off, which forgets. */
  turn(on: boolean): void;
  /** Remembers what succeeded, if it is to be. */
  note(flows: readonly FlowReport[]): Promise<void>;
}

/** Starts with what was remembered, of which `onLoad` hears: the successes of this session are in the log. */
export function createSuccesses(
  memory: SuccessMemory | undefined,
  onLoad: (successes: readonly LastSuccess[]) => void,
): Successes {
  const isOn = signal(false);
  let all: readonly LastSuccess[] = [];
  let last: Promise<void> = Promise.resolve();

  /** Readings and writings follow one another, so that none acts on what another is about to change. */
  function inTurn(task: () => Promise<void>): Promise<void> {
    last = last.then(task, task);
    return last;
  }

  async function load(): Promise<void> {
    const stored = await memory?.read();
    if (isNothing(stored)) return;
    all = readSuccesses(stored);
    isOn.value = true;
    onLoad(all);
  }

  void inTurn(load);

  return {
    isOn,
    turn(on) {
      if (!on) {
        all = [];
        onLoad(all);
      }
      const written = on ? all : undefined;
      void inTurn(async () => memory?.write(written));
      isOn.value = on;
    },
    note(flows) {
      const next = flows.reduce(
        (known, { success }) => (success === undefined ? known : withSuccess(known, success)),
        all,
      );
      if (!isOn.peek() || next === all) return last;
      all = next;
      return inTurn(async () => {
        if (!isOn.peek()) return;
        // Another panel may have stored more, or switched it off, since.
        const stored = await memory?.read();
        if (isNothing(stored)) isOn.value = false;
        else await memory?.write(next.reduce(withSuccess, readSuccesses(stored)));
      });
    },
  };
}

/** Browsers answer `undefined`, or `null`, for what was never stored. */
function isNothing(stored: unknown): boolean {
  return stored === undefined || stored === null;
}
