import { test as withStage } from '../support/with-stage.ts';
import { startInspected, type InspectedFirefox } from './inspected.ts';

interface WorkerFixtures {
  /** One browser for a file's tests: cookies and recorded logins stay from one to the next. */
  readonly firefox: InspectedFirefox;
}

/** Playwright's `test` with real servers and a real Firefox. */
export const test = withStage.extend<object, WorkerFixtures>({
  firefox: [
    async ({}, use) => {
      const firefox = await startInspected();
      await use(firefox);
      await firefox.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

export { expect } from '@playwright/test';
