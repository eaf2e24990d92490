import { tellingPatterns } from '../engine/http/telling-paths.ts';
import { isDevtoolsToWorker, isPageHookToWorker } from '../messaging/accept.ts';
import type { CaptureStatus } from '../messaging/protocol.ts';
import { pageHookScripts } from '../page-hook/scripts.ts';
import { createPageHookSwitch } from '../platform/page-hook-switch.ts';
import { openResponseFilter } from '../platform/response-filter.ts';
import { readSettings, writeSettings } from '../platform/settings.ts';
import { onSiteAccessChanged, readSiteAccess } from '../platform/site-access.ts';
import { sessionArea } from '../platform/text-area.ts';
import { onButtonClicked, showOnButton } from '../platform/toolbar-button.ts';
import { createRequestSwitch } from '../platform/web-request.ts';
import { onBrowserStarted, onConnected, onDelivered } from '../platform/worker-side.ts';
import { gated } from './gate.ts';
import { withBodies } from './with-bodies.ts';
import { restore, type Worker } from './worker.ts';

/** A devtools page notices at once that its worker was killed, and connects again. */
const reconnectTime = 5_000;

// Whatever may wake this worker is registered while its script first runs, and waits for one `restore()`.
const ready = start();
const capture = gated(ready.then((worker) => worker.requests));
const requests = createRequestSwitch(withBodies(capture.listeners, openResponseFilter), tellingPatterns);
requests.start();
/** What woke the worker is heard first: it may be the first sign of a login, or the request of an answer that comes with it. */
const caughtUp = Promise.all([ready, capture.opened]).then(([worker]) => worker);
void caughtUp.then(({ listening }) => listening.follow(requests.listen));
const pageHook = createPageHookSwitch(pageHookScripts);
onConnected({
  panel: (line) => void ready.then(({ panels }) => panels.connect(line)),
  devtools: (line) => void ready.then(({ recording }) => recording.devtoolsConnected(line)),
});
onDelivered(async (message, tab) => {
  const worker = await caughtUp;
  if (isDevtoolsToWorker(message)) await worker.observe(message.answer);
  if (isPageHookToWorker(message)) {
    await worker.observe({ ...message.answer, id: message.id, channel: 'page_hook', tab });
  }
});
onButtonClicked(() => void ready.then(({ recording }) => recording.toggleAlways()));
onSiteAccessChanged(
  () =>
    void Promise.all([ready, readSiteAccess()]).then(([worker, siteAccess]) =>
      worker.siteAccessChanged(siteAccess),
    ),
);
onBrowserStarted(() => {});

async function start(): Promise<Worker> {
  const [settings, siteAccess] = await Promise.all([readSettings(), readSiteAccess()]);
  return restore({
    area: sessionArea,
    settings,
    siteAccess,
    canHookPages: pageHookScripts !== undefined,
    newRun: () => crypto.randomUUID().slice(0, 8),
    newCookieKey: () => crypto.randomUUID(),
    now: () => Date.now(),
    afterReconnect: (work) => void setTimeout(work, reconnectTime),
    onStatus: (status) => void show(status),
    onSettings: (changed) => void writeSettings(changed),
  });
}

async function show({ recording, settings }: CaptureStatus): Promise<void> {
  pageHook.register(recording !== 'off' && settings.pageHook === true);
  await showOnButton(recording);
}
