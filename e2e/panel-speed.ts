import { servePanelPage } from './panel-page/serve.ts';
import { openPlainBrowser } from './support/plain-browser.ts';

/** Measures the panel with 1,000 logins of 20,000 requests in a real browser; a plain list of the same size is the reference. */
interface Measured {
  readonly first: number;
  readonly verdict: number;
  readonly update: number;
  readonly frame: number;
  readonly plainFrame: number;
}

/** Runs in the page. */
const measure = `(async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  const until = async (holds) => { while (!holds()) await frame(); return performance.now(); };
  await until(() => globalThis.firstVerdict !== undefined);
  const snapshot = performance.getEntriesByName('snapshot')[0].startTime;
  const first = globalThis.firstView - snapshot;
  const verdict = globalThis.firstVerdict - snapshot;
  await until(() => !document.querySelector('footer').textContent.includes('reading'));
  await frame();
  const exchange = (id, path) => ({ id, source: 'live', tab: 1, frame: 0, initiator: 'https://late.test', kind: 'navigation',
    method: 'GET', url: 'https://login.late.test/authorize?response_type=code&client_id=late&state=' + id +
    '&redirect_uri=https%3A%2F%2Flate.test%2Fcb', requestHeaders: [], requestBody: undefined, status: 200, responseHeaders: [],
    responseBody: undefined, redirectTarget: undefined, startedAt: 1800000000000 + 1e8, respondedAt: undefined, endedAt: undefined,
    networkError: undefined, channels: ['web_request'],
    known: { requestHeaders: true, requestBody: true, responseHeaders: true, responseBody: false, fragment: true } });
  const updates = [];
  for (let index = 0; index < 5; index += 1) {
    const count = document.querySelector('footer').textContent;
    const before = performance.now();
    globalThis.receive({ type: 'changed', sequence: index + 2, exchanges: [exchange('late' + index)], removed: [] });
    await until(() => document.querySelector('footer').textContent !== count);
    updates.push(globalThis.drawnAt - before);
  }
  const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
  const worstFrame = async (list) => {
    const frames = [];
    let last = await frame();
    for (let index = 0; index < 60; index += 1) {
      list.scrollTop += 300;
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
    return Math.max(...frames);
  };
  const runs = [];
  for (let index = 0; index < 5; index += 1) {
    const list = document.querySelector('.flows');
    list.scrollTop = 0;
    runs.push(await worstFrame(list));
  }
  const plain = document.createElement('div');
  plain.style.cssText = 'position:fixed;inset:0 auto 0 0;width:270px;overflow:auto;background:#fff';
  plain.innerHTML = Array.from({ length: 1000 }, (_, index) => '<div style="height:48px">Login ' + index + '</div>').join('');
  document.body.append(plain);
  const plainRuns = [];
  for (let index = 0; index < 5; index += 1) { plain.scrollTop = 0; plainRuns.push(await worstFrame(plain)); }
  plain.remove();
  return { first, verdict, update: median(updates), frame: median(runs), plainFrame: median(plainRuns) };
})()`;

/** Notes when the first flow and its verdict are drawn and when the document last changed. */
const watch = `
  new MutationObserver(() => {
    globalThis.drawnAt = performance.now();
    if (globalThis.firstView === undefined && document.querySelector('[role=option]')) globalThis.firstView = performance.now();
    if (globalThis.firstVerdict === undefined && document.querySelector('.verdict h1')) globalThis.firstVerdict = performance.now();
  }).observe(document, { childList: true, subtree: true, characterData: true });`;

const page = await servePanelPage();
const browser = await openPlainBrowser();
const runs: Measured[] = [];
for (let run = 0; run < 5; run += 1) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 800 } });
  const tab = await context.newPage();
  await tab.addInitScript(watch);
  await tab.goto(`${page.address}thousand-logins`);
  runs.push(await tab.evaluate<Measured>(measure));
  await context.close();
}
await browser.close();
await page.close();

const median = (of: (run: Measured) => number): string =>
  runs
    .map(of)
    .sort((a, b) => a - b)[2]
    ?.toFixed(1) ?? '';
console.log('1,000 logins, 20,000 requests; medians of 5 runs, milliseconds');
console.log(`first view after the snapshot   ${median(({ first }) => first)} (budget 200)`);
console.log(`first verdict after it           ${median(({ verdict }) => verdict)} (budget 200)`);
console.log(`a live update until drawn       ${median(({ update }) => update)} (budget 16)`);
console.log(`worst frame while scrolling     ${median(({ frame }) => frame)} (budget 50)`);
console.log(`the same of a plain list        ${median(({ plainFrame }) => plainFrame)}`);
