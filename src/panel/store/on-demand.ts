import type { Signal } from '@preact/signals';

/** Hands on a part of the program that is loaded when it is needed; the user is told when it is not there. */
export type Needed = <Part>(part: Promise<Part>) => Promise<Part>;

/** An extension's files are replaced while it is updated, and are gone with it. */
const partMissing =
  'A part of Grantscope could not be loaded: it was updated or removed meanwhile. Close DevTools and open it again.';

/** Tells the user by this signal. */
export function createNeeded(problem: Signal<string | undefined>): Needed {
  return async (part) => {
    try {
      return await part;
    } catch (error) {
      problem.value = partMissing;
      throw error;
    }
  };
}
