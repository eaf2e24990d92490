/**
 * Does the worker's heap grow with requests that have nothing to do with a login? `npm run bench:heap`, after a build: 100,000
 * real requests of a page while everything is recorded; a number as argument is another count.
 */
import { launch } from '../e2e/support/launch.ts';
import { recordAlways } from '../e2e/support/record-always.ts';
import { servePage } from './page/serve.ts';
import { workerHeap } from './page/worker-heap.ts';

const [total = 100_000] = process.argv.flatMap((each) => (/^\d+$/u.test(each) ? [Number(each)] : []));
const steps = 10;
const allowed = 2;
const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(2);

const { origin, stop } = await servePage();
const { context, close } = await launch({ devtools: false });
await recordAlways(context);
const page = await context.newPage();
await page.goto(origin);
// What the first requests need once, as compiled code, is no growth.
await page.evaluate('fetchAll(2000)');
const heap = await workerHeap(context);
const before = await heap.used();
for (let step = 1; step <= steps; step += 1) {
  await page.evaluate(`fetchAll(${total / steps})`);
  console.log(`${(step * total) / steps} requests: ${mebibytes((await heap.used()) - before)} MiB more`);
}
const grown = ((await heap.used()) - before) / 2 ** 20;
const met = grown <= allowed;
console.log(
  `${met ? '✓' : '✗'} growth after ${total} requests: ${grown.toFixed(2)} MiB (at most ${allowed}); ${mebibytes(before)} MiB before`,
);
if (!met) process.exitCode = 1;
await close();
await stop();
