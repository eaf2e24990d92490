import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/**
 * Removes the folder of a browser that was ended: its other processes may write a little longer, and what comes while the
 * folder is emptied makes Node give up, however often it is told to try.
 */
export async function removeProfile(folder: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch (error) {
      if (tries === 50) throw error;
      await setTimeout(200);
    }
  }
}
