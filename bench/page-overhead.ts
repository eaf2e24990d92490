/**
 * What a page of 700 fetches pays for the extension: `npm run bench:page`, after a build. Browsers take turns, one page at a
 * time, and each is compared, round by round, with a bare browser and with an extension that holds
 * `webRequest` and registers nothing. The time of the page counts; the processor time of all processes of the browser, which
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

/** Loads the page once; a worker that fell asleep since the last time is woken before. */
async function load({ page, processorTime }: BenchBrowser): Promise<Run> {
  await page.goto(origin);
  await page.evaluate('fetchAll(10)');
  const before = processorTime();
  await page.goto(origin);
  const milliseconds = await page.evaluate<number>('fetchAll(700)');
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

// The first run of each fills caches and compiles; it does not count.
for (let round = -1; round < rounds; round += 1) {
  // Each round begins with another, so that none always follows the same.
  for (const position of all.keys()) {
    const index = (position + Math.max(0, round)) % all.length;
    const [variant, browser] = [all[index], browsers[index]];
    if (variant === undefined || browser === undefined) continue;
    const done = await load(browser);
    if (round >= 0) runs.get(variant)?.push(done);
  }
  if (round >= 0 && process.argv.includes('--each')) print(false);
}

print(true);
for (const browser of browsers) await browser.stop();
await stop();
