import { test as base } from '@playwright/test';
import { startStage, type Stage } from '../servers/stage.ts';

interface WorkerFixtures {
  readonly stage: Stage;
}

/** Playwright's `test` with real servers, started once for a process of tests. */
export const test = base.extend<object, WorkerFixtures>({
  stage: [
    async ({}, use) => {
      const stage = await startStage();
      await use(stage);
      await stage.stop();
    },
    { scope: 'worker' },
  ],
});
