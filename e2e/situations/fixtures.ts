import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, type BrowserContext, type Page, type Worker } from '@playwright/test';
import type { Exchange } from '../../src/engine/http/exchange.ts';
import { launch, type LaunchOptions } from '../support/launch.ts';
import { recordAlways } from '../support/record-always.ts';
import { test as withStage } from '../support/with-stage.ts';
import { firstWorker } from '../support/worker.ts';
import { storedExchanges } from '../support/log.ts';
import { listenIn, measure } from './measure.ts';
import { openDevtools } from './open-devtools.ts';
import { lineOf, type Expected, type Row } from './row.ts';

/** A browser that records always, in which no DevTools is open until a test opens one. */
export interface Recorded {
  readonly context: BrowserContext;
  readonly worker: Worker;
  /** A tab that no DevTools inspects. */
  newTab(): Promise<Page>;
  /** Opens a DevTools on a tab and answers its window, once our page in it listens. */
  inspect(tab: Page): Promise<Page>;
}

/** The last message that fits, e.g. the token call. */
export interface About {
  readonly about: string;
  readonly is: (exchange: Exchange) => boolean;
  /** How many messages fit, once if not said: whatever the channels tell, each is one exchange. */
  readonly times?: number;
}

interface Fixtures {
  /** What the browser has beside our extension. */
  readonly beside: Pick<LaunchOptions, 'others' | 'args'>;
  readonly recorded: Recorded;
  /**
   * Waits until the channels have delivered what is expected, holds the row of this test in docs/capture.md to it, and
   * answers the exchanges of the log, of which the last has the answer's body if one of the channels delivered it.
   */
  readonly row: (about: About, expected: Expected) => Promise<readonly Exchange[]>;
}

const root = join(import.meta.dirname, '../..');

/** Playwright's `test` for one situation that a login may be in. Its title is its row's. */
export const test = withStage.extend<Fixtures>({
  beside: async ({}, use) => use({}),
  recorded: async ({ beside }, use) => {
    const { context, close } = await launch({ devtools: false, ...beside });
    await recordAlways(context);
    const worker = await firstWorker(context);
    await listenIn(worker);
    await use({
      context,
      worker,
      newTab: () => context.newPage(),
      inspect: (tab) => openDevtools(context, tab),
    });
    await close();
  },
  row: async ({ recorded }, use, { title, file }) => {
    await use(async ({ about, is, times = 1 }, expected) => {
      await expect
        .poll(async () => forgetful(await measure(recorded.worker, is), expected))
        .toEqual(expected);
      holdToPage({ spec: basename(file, '.spec.ts'), situation: title, about, ...expected });
      const found = (await storedExchanges(recorded.worker)).filter(is);
      expect(found).toHaveLength(times);
      const told = [expected.devtools_network, expected.page_hook].some((parts) => parts.includes('answer'));
      for (const { known, status, responseBody } of found.slice(-1))
        expect([known.responseBody, responseBody !== undefined]).toEqual([told, told && status !== 204]);
      return found;
    });
  },
});

/** Leaves a row that was measured for docs/capture.md, and holds the one that is there to it. */
export function holdToPage(row: Row): void {
  const { spec, situation } = row;
  const folder = join(root, 'test-results/situations');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${spec} ${situation.replaceAll(/\W+/gu, '-')}.json`), JSON.stringify(row));
  const lines = readFileSync(join(root, 'docs/capture.md'), 'utf8').split('\n');
  const told = lines.find((line) => line.startsWith(`| ${situation} |`));
  expect(told, 'docs/capture.md is made by `npm run capture`').toBe(lineOf(row));
}

/** What was measured, without what the browser gives only sometimes. */
function forgetful(measured: Expected, expected: Expected): Expected {
  const sometimes = (['web_request', 'devtools_network', 'page_hook'] as const).filter(
    (channel) => expected[channel] === 'not always',
  );
  return { ...measured, ...Object.fromEntries(sometimes.map((channel) => [channel, 'not always'])) };
}

/** The token request, which `GET` and `POST` may be; a preflight is another message. */
export const tokenCall: About = {
  about: 'token call',
  is: ({ method, url }) => method !== 'OPTIONS' && /\/token(?:[?#]|$)/u.test(url),
};

export { expect } from '@playwright/test';
