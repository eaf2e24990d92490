import { expect, test } from 'vitest';
import { relevanceOf } from '../engine/http/relevance.ts';
import type { CaptureEvent } from '../engine/session/capture-event.ts';
import type { CaptureStatus, Settings, WorkerToPanel } from '../messaging/protocol.ts';
import { isWorkerToPanel } from '../messaging/accept.ts';
import { fold, unrelated } from '../testing/capture-events.ts';
import { loginEvents } from '../testing/login-events.ts';
import { createMemoryArea } from '../testing/memory-area.ts';
import { createLinePair } from '../testing/memory-line.ts';
import { withoutCookieValues } from './without-cookie-values.ts';
import { restore, type Worker } from './worker.ts';

/** The time of the last event, when a user may clear the log. */
const clearedAt = Math.max(
  ...loginEvents.map((event) =>
    'details' in event ? event.details.timeStamp : event.type === 'observed' ? event.answer.startedAt : 0,
  ),
);

/** A browser that can kill its worker. */
async function browser(initial: Partial<Settings> = {}): Promise<{
  readonly worker: () => Worker;
  readonly statuses: CaptureStatus[];
  readonly settings: () => Settings;
  /** Ends the worker without a word and starts the next one, which may find other settings. */
  readonly kill: (changes?: Partial<Settings>) => Promise<void>;
  readonly reconnectTimeIsOver: () => void;
  readonly openDevtools: () => () => void;
  /** What a panel that opens now is shown, and all it is told after. */
  readonly openPanel: () => WorkerToPanel[];
}> {
  let area = createMemoryArea();
  let settings: Settings = { recordAlways: false, pageHook: true, logSize: 5_000, ...initial };
  const statuses: CaptureStatus[] = [];
  let delayed: (() => void)[] = [];
  const start = (): Promise<Worker> => {
    delayed = [];
    return restore({
      area,
      settings,
      siteAccess: { allSites: true },
      canHookPages: true,
      newRun: () => 'run',
      newCookieKey: () => 'key',
      now: () => clearedAt,
      afterReconnect: (work) => delayed.push(work),
      onStatus: (status) => statuses.push(status),
      onSettings: (changed) => void (settings = changed),
    });
  };
  let worker = await start();
  return {
    worker: () => worker,
    statuses,
    settings: () => settings,
    kill: async (changes) => {
      // A task is never cut short, so its microtasks run; what was handed over by then is all the next worker finds.
      await Promise.resolve();
      area = createMemoryArea(new Map(area.stored));
      settings = { ...settings, ...changes };
      worker = await start();
    },
    reconnectTimeIsOver: () => delayed.splice(0).forEach((work) => work()),
    openDevtools: () => {
      const [page, other] = createLinePair();
      worker.recording.devtoolsConnected(other);
      return page.close;
    },
    openPanel: () => {
      const [panel, other] = createLinePair();
      const heard: WorkerToPanel[] = [];
      panel.onMessage((message) => isWorkerToPanel(message) && heard.push(message));
      worker.panels.connect(other);
      panel.post({ type: 'subscribe' });
      return heard;
    },
  };
}

async function feed({ requests, observe }: Worker, event: CaptureEvent): Promise<void> {
  switch (event.type) {
    case 'request_started':
      return requests.started(event.details, relevanceOf(event.details));
    case 'headers_sent':
      return requests.headersSent(event.details);
    case 'answer_received':
      return requests.answerReceived(event.details);
    case 'redirected':
      return requests.redirected(event.details);
    case 'completed':
      return requests.completed(event.details);
    case 'failed':
      return requests.failed(event.details);
    case 'observed':
      return observe(event.answer);
    case 'cleared':
      return undefined;
  }
}

const withoutRun = (text: string): string => text.replaceAll('"run.', '"r.');

test('a worker killed after every event of a real login loses nothing', async () => {
  const { worker, kill, openDevtools, openPanel } = await browser();
  openDevtools();
  for (const event of loginEvents) {
    await feed(worker(), event);
    await kill();
  }
  const [snapshot] = openPanel();
  const exchanges = snapshot?.type === 'snapshot' ? snapshot.exchanges : [];
  expect(JSON.parse(withoutRun(JSON.stringify(exchanges)))).toEqual(
    JSON.parse(JSON.stringify(fold(loginEvents.map(withoutCookieValues('key'))))),
  );
  expect(worker().recording.state()).toBe('devtools_open');
});

test('nothing is recorded while recording is off', async () => {
  const { worker, openPanel, openDevtools } = await browser();
  for (const event of loginEvents) await feed(worker(), event);
  const close = openDevtools();
  close();
  for (const event of loginEvents) await feed(worker(), event);
  expect(openPanel()).toMatchObject([{ exchanges: [], status: { recording: 'off' } }]);
});

test('after a kill recording goes on, and ends when no DevTools window comes back', async () => {
  const { worker, kill, openDevtools, reconnectTimeIsOver } = await browser();
  openDevtools();
  await kill();
  expect(worker().recording.state()).toBe('devtools_open');
  reconnectTimeIsOver();
  expect(worker().recording.state()).toBe('off');
  await kill();
  expect(worker().recording.state()).toBe('off');
});

test('a DevTools window that came back keeps recording on', async () => {
  const { worker, kill, openDevtools, reconnectTimeIsOver } = await browser();
  openDevtools();
  await kill();
  const close = openDevtools();
  reconnectTimeIsOver();
  expect(worker().recording.state()).toBe('devtools_open');
  close();
  expect(worker().recording.state()).toBe('off');
});

test('recording always is a setting that is kept, and every status says the same', async () => {
  const { worker, statuses, settings, openPanel } = await browser();
  const panel = openPanel();
  worker().recording.toggleAlways();
  worker().siteAccessChanged({ allSites: false, sites: [] });
  expect(settings()).toEqual({ recordAlways: true, pageHook: true, logSize: 5_000 });
  expect(panel.at(-1)).toEqual({ type: 'status', status: statuses.at(-1) });
  expect(statuses.at(-1)).toMatchObject({ recording: 'always', allSites: false });
});

test('a smaller log drops the oldest at once, from every panel and from what is stored, and stays small', async () => {
  const { worker, settings, openPanel, kill } = await browser({ recordAlways: true });
  for (let tab = 1; tab <= 3; tab += 1) {
    for (let each = 0; each < 200; each += 1) await feed(worker(), unrelated(`${tab}-${each}`, tab));
  }
  const panel = openPanel();
  worker().recording.change({ logSize: 500 });
  const gone = panel.flatMap((message) => (message.type === 'changed' ? message.removed : []));
  expect(gone).toHaveLength(100);
  expect(gone.at(-1)).toBe('run.1-99.0');
  expect(panel.at(-1)).toMatchObject({ type: 'status', status: { droppedExchanges: 100 } });
  expect(settings().logSize).toBe(500);

  await kill();
  const next = openPanel();
  await feed(worker(), unrelated('last', 4));
  expect(next.at(-1)).toMatchObject({ type: 'status', status: { droppedExchanges: 101 } });
  const [snapshot] = openPanel();
  expect(snapshot?.type === 'snapshot' && snapshot.exchanges).toHaveLength(500);
  expect(snapshot).toMatchObject({ status: { droppedExchanges: 101 } });
});

test('what a worker was killed before it could drop goes with the next one', async () => {
  const { worker, kill, openPanel } = await browser({ recordAlways: true });
  for (let each = 0; each < 300; each += 1) await feed(worker(), unrelated(`${each}`));
  await kill({ logSize: 500 });
  await kill();
  expect(openPanel()).toMatchObject([{ exchanges: { length: 200 }, status: { droppedExchanges: 100 } }]);
});

test('a panel sees exchanges as they change, and clearing takes them from every panel', async () => {
  const { worker, openPanel, openDevtools, kill } = await browser();
  openDevtools();
  const panel = openPanel();
  for (const event of loginEvents.slice(0, 3)) await feed(worker(), event);
  const changes = panel.flatMap((message) => (message.type === 'changed' ? message.exchanges : []));
  expect(changes.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'run.158.0 undefined',
    'run.158.0 undefined',
    'run.158.0 200',
  ]);
  const [line, other] = createLinePair();
  worker().panels.connect(other);
  line.post({ type: 'clear' });
  expect(panel.at(-1)).toMatchObject({ type: 'changed', exchanges: [], removed: ['run.158.0'] });
  await kill();
  expect(openPanel()).toMatchObject([{ exchanges: [] }]);
});

test('an answer that DevTools hands over after a clear, to the next worker, stays away', async () => {
  const { worker, openPanel, openDevtools, kill } = await browser();
  openDevtools();
  const late = loginEvents.filter(({ type }) => type === 'observed');
  expect(late.length).toBeGreaterThan(0);
  for (const event of loginEvents) if (event.type !== 'observed') await feed(worker(), event);
  const [line, other] = createLinePair();
  worker().panels.connect(other);
  line.post({ type: 'clear' });
  await kill();
  for (const event of late) await feed(worker(), event);
  expect(openPanel()).toMatchObject([{ exchanges: [] }]);
});
