/**
 * What a page of 700 fetches pays for the extension: `npm run bench:page`, after a build. Browsers take turns, one page at a
 * time, and each is compared, round by round, with a bare browser and with an extension that holds
 * `webRequest` and registers nothing. `-- --registrations` measures other ways to register listeners too, `-- 40` takes 40
 * rounds, `-- --each` prints after each of them.
 */
import { median, ratio, report } from './measure.ts';
import { servePage } from './page/serve.ts';
import { startBrowser, type BenchBrowser } from './page/start-browser.ts';
import { bare, floor, ours, registrations, second, type Variant } from './page/variants.ts';

const [rounds = 15] = process.argv.flatMap((each) => (/^\d+$/u.test(each) ? [Number(each)] : []));
const compared = [second, ...ours, ...(process.argv.includes('--registrations') ? registrations : [])];
const all = [bare, floor, ...compared];

const runs = new Map<Variant, number[]>(all.map((variant) => [variant, []]));

/** Prints how each variant compares so far; in the end also whether the targets were met. */
function print(isEnd: boolean): void {
  const of = (variant: Variant): readonly number[] => runs.get(variant) ?? [];
  console.log(`after ${of(bare).length} rounds`);
  for (const variant of all) {
    const toFloor = ratio(of(variant), of(floor));
    const toBare = ratio(of(variant), of(bare));
    const notes = [`${median(of(variant)).toFixed(0)} ms`, `${toBare.toFixed(3)} of no extension`];
    if (isEnd && variant.kind === 'ours')
      report(`${variant.name}, to the floor`, toFloor, variant.target, notes);
    else console.log(`  ${variant.name}: ${toFloor.toFixed(3)} of the floor; ${notes.join(', ')}`);
  }
}

const { origin, stop } = await servePage();
const browsers: BenchBrowser[] = [];
for (const variant of all) browsers.push(await startBrowser(variant));

// The first run of each fills caches and compiles; it does not count.
for (let round = -1; round < rounds; round += 1) {
  // Each round begins with another, so that none always follows the same.
  for (const position of all.keys()) {
    const index = (position + Math.max(0, round)) % all.length;
    const [variant, page] = [all[index], browsers[index]?.page];
    if (variant === undefined || page === undefined) continue;
    await page.goto(origin);
    const milliseconds = await page.evaluate<number>('fetchAll(700)');
    if (round >= 0) runs.get(variant)?.push(milliseconds);
  }
  if (round >= 0 && process.argv.includes('--each')) print(false);
}

print(true);
for (const browser of browsers) await browser.stop();
await stop();
