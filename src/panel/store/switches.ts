import { signal, type Signal } from '@preact/signals';

/** What the reader switches on in the detail; all off at first. */
export interface Switches {
  /** Draws the time between steps to scale. */
  readonly toScale: Signal<boolean>;
  /** Draws the whole sequence into the room there is. */
  readonly fitted: Signal<boolean>;
  /** Shows the redirects inside a server as rows. */
  readonly unfolded: Signal<boolean>;
  /** Explains every parameter, not only those that were asked for. */
  readonly explained: Signal<boolean>;
}

/** Makes the switches. */
export function createSwitches(): Switches {
  return {
    toScale: signal(false),
    fitted: signal(false),
    unfolded: signal(false),
    explained: signal(false),
  };
}
