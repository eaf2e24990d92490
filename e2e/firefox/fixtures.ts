import { test as base } from '@playwright/test';
import { startStage, type Stage } from '../servers/stage.ts';
import { startInspected, type InspectedFirefox } from './inspected.ts';

interface WorkerFixtures {
  readonly stage: Stage;
  /** One browser for a file's tests: cookies and recorded logins stay from one to the next. */
  readonly firefox: InspectedFirefox;
}

/** Playwright's `test` with real servers and a real Firefox. */
export const test = base.extend<object, WorkerFixtures>({
  stage: [
    async ({}, use) => {
      const stage = await startStage();
      await use(stage);
      await stage.stop();
    },
    { scope: 'worker' },
  ],
  firefox: [
    async ({}, use) => {
      const firefox = await startInspected();
      await use(firefox);
      await firefox.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

export { expect } from '@playwright/test';
