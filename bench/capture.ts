/**
 * What one request that has nothing to do with OAuth costs in the capture path, all its events together, against
 * `new URL(url)` on the same URLs: both alternate in one run, and medians are compared. Also: does the cost of an event
 * grow with what is stored, and does a million events take ten times as long as a hundred thousand?
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createRecorder } from '../src/background/recorder.ts';
import { withBodies } from '../src/background/with-bodies.ts';
import type { AnswerReceived, HeadersSent, RequestStarted } from '../src/engine/http/web-request-event.ts';
import { limits } from '../src/background/worker.ts';
import { createSession, type Session } from '../src/engine/session/session.ts';
import { nothingForgotten } from '../src/engine/session/stock.ts';
import { eachOnce, type RequestListeners } from '../src/platform/each-once.ts';
import { alternate, median, processorTime, ratio, report } from './measure.ts';

const urls = [
  'https://api.example.com/v2/projects/18273645/issues?state=open&sort=updated&per_page=50',
  'https://metrics.example.net/collect?sid=8f7e&ev=click&ts=1764000000000&page=%2Fdashboard%2Fhome',
  'https://search.example.com/api/suggest?q=how+to+fix+a+failing+login&lang=en-GB',
  'https://app.example.com/graphql',
  'https://cdn.example.org/data/2026/11/regions/europe/netherlands.json',
  'https://chat.example.com/socket/poll?transport=polling&t=PdQx9aF&sid=Yc3kQm0bTzq1AAAC',
  'https://www.example.com/assets/i18n/en/checkout-page.4f3a9b.json?v=20261124',
  'https://maps.example.com/tiles/12/2107/1350?style=streets&scale=2',
];

const requests: readonly RequestStarted[] = urls.map((url, index) => ({
  requestId: String(index + 1),
  timeStamp: 1_800_000_000_000,
  url,
  method: 'GET',
  type: 'xmlhttprequest',
  tabId: 1,
  frameId: 0,
}));
const requestHeaders = [
  ...['sec-ch-ua', 'User-Agent', 'sec-ch-ua-platform', 'Accept', 'Sec-Fetch-Site', 'Sec-Fetch-Mode'],
  ...[
    'Sec-Fetch-Dest',
    'Referer',
    'Accept-Encoding',
    'Accept-Language',
    'Cookie',
    'x-csrf-token',
    'content-length',
  ],
].map((name) => ({ name, value: 'a value of some length' }));
const sent: readonly HeadersSent[] = requests.map((request) => ({ ...request, requestHeaders }));
const answers: readonly AnswerReceived[] = requests.map(({ requestId, timeStamp }) => ({
  requestId,
  timeStamp,
  statusCode: 200,
  responseHeaders: [],
}));

const rounds = 20_000;

/** As the worker composes it, while what is listened to does not change. */
function recorderOf(session: Session): RequestListeners {
  return eachOnce(
    withBodies(
      createRecorder(session, () => true, session.apply),
      undefined,
    ),
    () => false,
  ).full;
}

function recorderWith(stored: number): { readonly recorder: RequestListeners; readonly session: Session } {
  const room = { exchanges: stored + 1_000_000, exchangesPerTab: stored + 1_000_000, characters: 1e12 };
  const session = createSession({ run: 'bench', limits: room, records: [], forgotten: nothingForgotten });
  const recorder = recorderOf(session);
  for (let index = 0; index < stored; index += 1) login(recorder, `s${index}`, index);
  return { recorder, session };
}

/** A token request and its end. */
function login(recorder: RequestListeners, requestId: string, at: number): void {
  const timeStamp = 1_800_000_000_000 + at;
  const requestBody = { formData: { grant_type: ['authorization_code'], code: [requestId] } };
  recorder.started({
    ...{
      requestId,
      timeStamp,
      requestBody,
      method: 'POST',
      type: 'xmlhttprequest',
      tabId: at % 20,
      frameId: 0,
    },
    url: `https://op${at % 100}.test/token`,
  });
  recorder.headersSent({
    requestId,
    timeStamp,
    requestHeaders: [{ name: 'Origin', value: 'https://app.test' }],
  });
  recorder.answerReceived({ requestId, timeStamp, statusCode: 200, responseHeaders: [] });
  recorder.completed({ requestId, timeStamp, statusCode: 200, responseHeaders: [] });
}

function unrelated(recorder: RequestListeners): void {
  for (let round = 0; round < rounds; round += 1) {
    for (const index of requests.keys()) unrelatedOnce(recorder, index);
  }
}

function unrelatedOnce(recorder: RequestListeners, index: number): void {
  const [request, headers, answer] = [requests[index], sent[index], answers[index]];
  if (request === undefined || headers === undefined || answer === undefined) return;
  recorder.started(request);
  recorder.headersSent(headers);
  recorder.answerReceived(answer);
  recorder.completed(answer);
}

let sink = 0;

function parsed(): void {
  for (let round = 0; round < rounds; round += 1) {
    for (const { url } of requests) sink += new URL(url).pathname.length;
  }
}

const perCall = rounds * requests.length;

const nanoseconds = (runs: readonly number[]): string => `${((median(runs) * 1e6) / perCall).toFixed(0)} ns`;

// The worker has one recorder; a second one, made before this, would cost the compiled code what it knows of the first.
const full = recorderWith(10_000);
const stored = full.session.exchanges().length;
const [ours, reference] = alternate(() => unrelated(full.recorder), parsed, 15);
report(`an unrelated request with ${stored} exchanges stored, to new URL(url)`, ratio(ours, reference), 0.5, [
  nanoseconds(ours),
  `new URL ${nanoseconds(reference)}`,
  `${full.session.exchanges().length - stored} of them kept`,
]);

// Collected meanwhile it would be less, which the middle of the runs leaves out.
const allocated = Array.from({ length: 15 }, () => {
  const usedBefore = process.memoryUsage().heapUsed;
  unrelated(full.recorder);
  return (process.memoryUsage().heapUsed - usedBefore) / perCall;
});
report('bytes allocated for an unrelated request', median(allocated), 0.1, []);

const empty = recorderWith(0);
const [onFull, onEmpty] = alternate(
  () => unrelated(full.recorder),
  () => unrelated(empty.recorder),
  15,
);
report('the same with 10,000 exchanges stored, to none', ratio(onFull, onEmpty), 1.1, [nanoseconds(onFull)]);

/** Four events of each request that is kept, and as many of one that is not, into a log with the limits of the worker's. */
function mixed(count: number, from = 0): () => void {
  return () => {
    const session = createSession({ run: 'bench', limits, records: [], forgotten: nothingForgotten });
    const recorder = recorderOf(session);
    for (let index = from; index < from + count; index += 1) {
      login(recorder, String(index), index);
      unrelatedOnce(recorder, index % requests.length);
    }
  };
}

// The same events, since an engine keeps the texts of numbers that it wrote lately.
const fewTenTimes = (): void => {
  for (let time = 0; time < 10; time += 1) mixed(12_500, time * 12_500)();
};

// Both make as much garbage between two collections: one short run would leave its own to the long run that follows.
const [many, few] = alternate(mixed(125_000), fewTenTimes, 9, processorTime);
report('ten times as many events, in processor time', 10 * ratio(many, few), 10.5, [
  `1,000,000 events in ${median(many).toFixed(0)} ms`,
]);
/** Bytes in use after everything that can be collected was. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  for (let time = 0; time < 3; time += 1) runInNewContext('gc()');
  return process.memoryUsage().heapUsed;
}

const { recorder: fresh } = recorderWith(0);
/** As a browser makes them: each event its own object, each request its own id, one in eight with a token that is accepted. */
function manyUnrelated(count: number): void {
  for (let index = 0; index < count; index += 1) {
    const [request, headers, answer] = [requests[index % 8], sent[index % 8], answers[index % 8]];
    if (request === undefined || headers === undefined || answer === undefined) continue;
    const requestId = `u${index}`;
    const token = index % 8 === 0 ? [{ name: 'Authorization', value: `Bearer ${requestId}` }] : [];
    fresh.started({ ...request, requestId });
    fresh.headersSent({ ...headers, requestId, requestHeaders: [...requestHeaders, ...token] });
    fresh.answerReceived({ ...answer, requestId });
    fresh.completed({ ...answer, requestId });
  }
}

manyUnrelated(1000);
const before = heapUsed();
manyUnrelated(100_000);
report('MiB that the heap grew by with 100,000 unrelated requests', (heapUsed() - before) / 2 ** 20, 2, []);
if (sink < 0) console.log(sink);
