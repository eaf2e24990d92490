import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../engine/analyze.ts';
import { fromHar } from '../engine/http/from-har.ts';
import { isProblem } from '../engine/http/problem.ts';
import { mutateRecording, seededRandom } from './mutate-recording.ts';

const folders = ['recordings', 'grant-recordings', 'tool-recordings'].map((name) =>
  join(import.meta.dirname, '../../e2e', name),
);

/** What became of many spoilt recordings. */
export interface HostileRun {
  readonly analysed: number;
  readonly refused: number;
  /** Of the slowest recording, milliseconds. */
  readonly slowest: number;
  readonly slowestSeed: number;
}

/** Reads and analyses spoilt recordings, one a seed; an exception names the seed that repeats it. */
export function analyseHostile(from: number, count: number): HostileRun {
  const recordings = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.har'))
      .toSorted()
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  let run: HostileRun = { analysed: 0, refused: 0, slowest: 0, slowestSeed: from };
  for (let seed = from; seed < from + count; seed++) {
    const random = seededRandom(seed);
    const har = mutateRecording(recordings[seed % recordings.length] ?? '', random);
    const startedAt = performance.now();
    const isRead = analyseOne(har, seed);
    const took = performance.now() - startedAt;
    run = {
      analysed: run.analysed + (isRead ? 1 : 0),
      refused: run.refused + (isRead ? 0 : 1),
      slowest: Math.max(run.slowest, took),
      slowestSeed: took > run.slowest ? seed : run.slowestSeed,
    };
  }
  return run;
}

function analyseOne(har: string, seed: number): boolean {
  try {
    const read = fromHar(har, 'hostile.har');
    if (isProblem(read)) return false;
    JSON.stringify(analyze(read));
    return true;
  } catch (error) {
    throw new Error(`The recording of seed ${seed} stops the engine`, { cause: error });
  }
}
