import { expect, test } from 'vitest';
import { relevanceOf } from '../engine/http/relevance.ts';
import { patternsWithoutHook } from '../engine/http/telling-paths.ts';
import type { AnswerReceived, RequestStarted } from '../engine/http/web-request-event.ts';
import type { Listening } from '../platform/web-request.ts';
import { createMemoryArea } from '../testing/memory-area.ts';
import { createLinePair } from '../testing/memory-line.ts';
import { loginTime } from './listening.ts';
import { restore, type Worker } from './worker.ts';

const start = 1_800_000_000_000;

/** What is listened to, in a browser that kills its worker after each step. */
async function listened(
  recordAlways: boolean,
  canHookPages = true,
): Promise<{
  /** Does something with the worker; then what the next one has listened to after it is what this one had. */
  readonly after: (time: number, work?: (worker: Worker) => void) => Promise<Listening | undefined>;
  /** The calls that are listened to beside those at telling addresses. */
  readonly known: () => readonly string[];
}> {
  let area = createMemoryArea();
  let now = start;
  let listening: Listening | undefined;
  let known: readonly string[] = [];
  const next = async (): Promise<Worker> => {
    const worker = await restore({
      area,
      settings: { recordAlways, pageHook: true, logSize: 5_000 },
      siteAccess: { allSites: true },
      canHookPages,
      newRun: () => 'run',
      newCookieKey: () => 'key',
      now: () => now,
      afterReconnect: () => {},
      onStatus: () => {},
      onSettings: () => {},
    });
    worker.listening.follow((to, addresses) => {
      listening = to;
      known = addresses;
    });
    return worker;
  };
  let worker = await next();
  return {
    known: () => known,
    after: async (time, work) => {
      now = start + time;
      work?.(worker);
      const before = listening;
      await Promise.resolve();
      area = createMemoryArea(new Map(area.stored));
      worker = await next();
      if (work !== undefined) expect(listening).toBe(before);
      return listening;
    },
  };
}

const asked = (at: number, url: string, type = 'main_frame', body?: string): RequestStarted => ({
  ...{ requestId: `${at}`, timeStamp: start + at, url, type, tabId: 1, frameId: 0 },
  method: body === undefined ? 'GET' : 'POST',
  requestBody: body === undefined ? null : { raw: [{ bytes: new TextEncoder().encode(body).buffer }] },
});

const started =
  (details: RequestStarted) =>
  ({ requests }: Worker): void =>
    requests.started(details, relevanceOf(details));

const answered = (at: number, details: Partial<AnswerReceived>): AnswerReceived => ({
  ...{ requestId: `${at}`, timeStamp: start + at + 1, statusCode: 200, responseHeaders: [] },
  ...details,
});

const page = (at: number): ((worker: Worker) => void) => started(asked(at, 'https://app.test/'));

test.each<readonly [string, (worker: Worker) => void]>([
  ['an authorization request', started(asked(2, 'https://op.test/x/1?client_id=c'))],
  ['a call at an address that tells', started(asked(2, 'https://op.test/jwks', 'xmlhttprequest'))],
  ['a call whose body tells', started(asked(2, 'https://op.test/x/9', 'xmlhttprequest', 'grant_type=x'))],
  [
    'a page that sends on to an authorization request',
    ({ requests }) => {
      const details = asked(2, 'https://app.test/start');
      requests.started(details, relevanceOf(details));
      const redirectUrl = 'https://op.test/x/1?client_id=c';
      requests.redirected({ ...answered(2, { statusCode: 302 }), redirectUrl });
    },
  ],
  [
    'a call of a page that the page hook tells of',
    ({ observe }) =>
      void observe({
        ...{ id: '1', channel: 'page_hook', tab: 1, method: 'POST', url: 'https://op.test/x/9' },
        ...{ startedAt: start + 2, status: 200, requestBody: 'grant_type=authorization_code&code=k' },
        ...{ requestMediaType: '', responseBody: '{}', responseMediaType: 'application/json' },
      }),
  ],
])('after %s every call is listened to, for half an hour, whoever kills the worker: %#', async (_, sign) => {
  const { after } = await listened(true);
  expect(await after(0)).toBe('narrow');
  expect(await after(1, page(1))).toBe('narrow');
  expect(await after(2, sign)).toBe('all');
  expect(await after(3, page(3))).toBe('all');
  expect(await after(2 + loginTime - 1)).toBe('all');
  expect(await after(2 + loginTime)).toBe('narrow');
});

test('a call that is in the log is known when the login is long over, also to the next worker', async () => {
  const { after, known } = await listened(true);
  const call = asked(2, 'https://op.test/x/9', 'xmlhttprequest', 'grant_type=x');
  await after(1, page(1));
  await after(2, started(call));
  expect(known()).toEqual([]);
  for (const time of [loginTime + 2, loginTime + 3]) {
    expect(await after(time)).toBe('narrow');
    expect(known()).toEqual(['https://op.test/x/9*']);
  }
});

test('what a page hook would tell of is listened to where there is none', async () => {
  const switched = await listened(true);
  expect([await switched.after(0), switched.known()]).toEqual(['narrow', []]);
  const heard: (readonly string[])[] = [];
  await switched.after(1, ({ listening, recording }) => {
    listening.follow((_, known) => heard.push(known));
    recording.change({ pageHook: false });
    recording.change({ pageHook: true });
  });
  expect(heard).toEqual([patternsWithoutHook, []]);
  const firefox = await listened(true, false);
  expect([await firefox.after(0), firefox.known()]).toEqual(['narrow', patternsWithoutHook]);
});

test('every call is listened to while a DevTools window or a panel is open', async () => {
  const { after } = await listened(false);
  expect(await after(0)).toBe('off');
  const heard: Listening[] = [];
  await after(1, ({ listening, recording, panels }) => {
    listening.follow((to) => heard.push(to));
    const [devtools, other] = createLinePair();
    recording.devtoolsConnected(other);
    recording.toggleAlways();
    devtools.close();
    const [panel, another] = createLinePair();
    panels.connect(another);
    panel.post({ type: 'subscribe' });
    panel.close();
    recording.toggleAlways();
  });
  expect(heard).toEqual(['all', 'narrow', 'all', 'narrow', 'off']);
});
