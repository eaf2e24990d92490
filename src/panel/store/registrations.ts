import { computed, signal, type ReadonlySignal } from '@preact/signals';
import {
  readRegistrations,
  secretIn,
  type ClientRegistration,
} from '../../engine/diagnosis/client-registration.ts';

/** Where remembered registrations are kept across sessions. */
export interface RegistrationMemory {
  readonly read: () => Promise<unknown>;
  readonly write: (registrations: readonly ClientRegistration[]) => Promise<void>;
}

/** What the user said is registered, and which of it is remembered across sessions. */
export interface Registrations {
  readonly all: ReadonlySignal<readonly ClientRegistration[]>;
  readonly remembered: ReadonlySignal<readonly ClientRegistration[]>;
  /** Takes one in place of what was said of its client; answers one sentence when it holds what looks like a secret. */
  say(registration: ClientRegistration, remember: boolean): string | undefined;
  /** Forgets what was said of a client, on disk too. */
  forget(registration: ClientRegistration): void;
}

/** Starts with what was remembered; `onChange` hears of every change. */
export function createRegistrations(
  memory: RegistrationMemory,
  onChange: (all: readonly ClientRegistration[]) => void,
): Registrations {
  const session = signal<readonly ClientRegistration[]>([]);
  const remembered = signal<readonly ClientRegistration[]>([]);
  const all = computed(() => [...session.value, ...remembered.value]);

  function forget(registration: ClientRegistration): void {
    session.value = without(session.value, registration);
    keep(without(remembered.value, registration));
  }

  function keep(next: readonly ClientRegistration[]): void {
    const isSame = next.length === remembered.value.length;
    remembered.value = next;
    if (!isSame) void memory.write(next);
    onChange(all.value);
  }

  async function load(): Promise<void> {
    const stored = readRegistrations(await memory.read());
    const said = all.value;
    const news = stored.filter((each) => without(said, each).length === said.length);
    remembered.value = [...remembered.value, ...news];
    onChange(all.value);
  }

  void load();

  return {
    all,
    remembered,
    say(registration, remember) {
      if (secretIn(registration) !== undefined)
        return 'One of the values looks like a secret, or is not what the field asks for; nothing was taken.';
      forget(registration);
      if (remember) keep([...remembered.value, registration]);
      else {
        session.value = [...session.value, registration];
        onChange(all.value);
      }
      return undefined;
    },
    forget,
  };
}

function without(
  all: readonly ClientRegistration[],
  { clientId, authority }: ClientRegistration,
): readonly ClientRegistration[] {
  return all.filter((each) => each.clientId !== clientId || each.authority !== authority);
}
