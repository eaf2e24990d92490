/**
 * What a page of 700 fetches pays for the extension: `npm run bench:page`, after a build. Browsers take turns, a hundred
 * fetches at a time, since a machine's pace may change within seconds, and each is compared, round by round, with a bare
 * browser and with an extension that holds `webRequest` and registers nothing. The time of the page counts; the processor time of all processes of the browser, which
 * says more on a machine that has other work, is printed beside it (Linux). `-- --registrations` measures other ways to register listeners instead, `-- 40` takes 40
 * rounds, `-- --each` prints after each of them.
 */
import { median, ratio, report } from './measure.ts';
import { servePage } from './page/serve.ts';
import { startBrowser, type BenchBrowser } from './page/start-browser.ts';
import { bare, floor, ours, registrations, second, type Variant } from './page/variants.ts';

const [rounds = 15] = process.argv.flatMap((each) => (/^\d+$/u.test(each) ? [Number(each)] : []));
const compared = [second, ...(process.argv.includes('--registrations') ? registrations : ours)];
const all = [bare, floor, ...compared];

/** One load of the page. */
interface Run {
  readonly page: number;
  readonly processor: number;
}

const runs = new Map<Variant, Run[]>(all.map((variant) => [variant, []]));

/** Prints how each variant compares so far; in the end also whether the targets were met. */
function print(isEnd: boolean): void {
  const of = (variant: Variant, time: keyof Run): readonly number[] =>
    (runs.get(variant) ?? []).map((run) => run[time]);
  console.log(`after ${of(bare, 'page').length} rounds`);
  for (const variant of all) {
    const toFloor = ratio(of(variant, 'page'), of(floor, 'page'));
    const toBare = ratio(of(variant, 'page'), of(bare, 'page'));
    const processor = ratio(of(variant, 'processor'), of(floor, 'processor'));
    const notes = [
      `${median(of(variant, 'page')).toFixed(0)} ms`,
      `${toBare.toFixed(3)} of no extension`,
      `processor ${processor.toFixed(3)} of the floor`,
    ];
    if (isEnd && variant.kind === 'ours' && variant.target !== undefined)
      report(`${variant.name}, to the floor`, toFloor, variant.target, notes);
    else console.log(`  ${variant.name}: ${toFloor.toFixed(3)} of the floor; ${notes.join(', ')}`);
  }
}

/** Fetches of a turn, and turns of a round. */
const [fetches, turns] = [100, 7];

/** Loads the page; a worker that fell asleep since the last time is woken before. */
async function load({ page, processorTime }: BenchBrowser): Promise<Run> {
  await page.goto(origin);
  await page.evaluate('fetchAll(10)');
  const before = processorTime();
  await page.goto(origin);
  const milliseconds = await page.evaluate<number>(
    "performance.getEntriesByType('navigation')[0].domComplete",
  );
  return { page: milliseconds, processor: processorTime() - before };
}

/** Has the page that is open fetch for one turn. */
async function takeTurn({ page, processorTime }: BenchBrowser): Promise<Run> {
  const before = processorTime();
  const milliseconds = await page.evaluate<number>(`fetchAll(${fetches})`);
  return { page: milliseconds, processor: processorTime() - before };
}

const { origin, stop } = await servePage();
const browsers: BenchBrowser[] = [];
for (const variant of all) {
  const browser = await startBrowser(variant);
  if (variant.kind === 'ours' && variant.before !== undefined)
    await browser.page.goto(origin + variant.before);
  browsers.push(browser);
}

// The first round fills caches and compiles; it does not count.
for (let round = -1; round < rounds; round += 1) {
  const sums = browsers.map(() => ({ page: 0, processor: 0 }));
  for (let turn = 0; turn <= turns; turn += 1) {
    // Each turn begins with another, so that none always follows the same.
    for (const position of all.keys()) {
      const index = (position + Math.max(0, round) + turn) % all.length;
      const [browser, sum] = [browsers[index], sums[index]];
      if (browser === undefined || sum === undefined) continue;
      const done = turn === 0 ? await load(browser) : await takeTurn(browser);
      sum.page += done.page;
      sum.processor += done.processor;
    }
  }
  if (round < 0) continue;
  for (const [index, variant] of all.entries()) {
    const sum = sums[index];
    if (sum !== undefined) runs.get(variant)?.push(sum);
  }
  if (process.argv.includes('--each')) print(false);
}

print(true);
for (const browser of browsers) await browser.stop();
await stop();
