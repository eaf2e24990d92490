import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { analyze } from '../engine/analyze.ts';
import type { Exchange } from '../engine/http/exchange.ts';
import { fromHar } from '../engine/http/from-har.ts';
import { isProblem } from '../engine/http/problem.ts';
import { fromFile } from '../engine/trace/from-file.ts';
import { createRedactor } from '../engine/trace/redact.ts';
import { redactSession } from '../engine/trace/shareable.ts';
import { toTrace } from '../engine/trace/to-trace.ts';
import { mutateRecording, type SoundRecording } from './mutate-recording.ts';
import { bodyWith, exchangeWith, formType, headers, json } from './planted/build.ts';
import { findLeaks } from './planted/leak-search.ts';
import { readOneByOne } from './read-one-by-one.ts';
import { seededRandom } from './seeded-random.ts';

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

/** Of so many recordings one is also redacted, or read one exchange at a time, which takes longer. */
const sample = 20;

/** Reads and analyses spoilt recordings, one a seed; whatever is wrong is thrown and names the seed that repeats it. */
export function analyseHostile(from: number, count: number): HostileRun {
  const recordings = soundRecordings();
  let run: HostileRun = { analysed: 0, refused: 0, slowest: 0, slowestSeed: from };
  for (let seed = from; seed < from + count; seed++) {
    const text = hostileText(recordings, seed);
    const startedAt = performance.now();
    const exchanges = analyseOne(text, seed);
    const took = performance.now() - startedAt;
    if (exchanges !== undefined) compareOne(exchanges, seed);
    run = {
      analysed: run.analysed + (exchanges === undefined ? 0 : 1),
      refused: run.refused + (exchanges === undefined ? 1 : 0),
      slowest: Math.max(run.slowest, took),
      slowestSeed: took > run.slowest ? seed : run.slowestSeed,
    };
  }
  return run;
}

function soundRecordings(): readonly SoundRecording[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.har'))
      .toSorted()
      .map((name) => {
        const har = readFileSync(join(folder, name), 'utf8');
        const exchanges = fromHar(har, name);
        if (isProblem(exchanges)) throw new Error(`"${name}" is no sound recording`);
        return { har, exchanges };
      }),
  );
}

/** The recording of a seed, always the same. */
function hostileText(recordings: readonly SoundRecording[], seed: number): string {
  const random = seededRandom(seed);
  const recording = recordings[seed % recordings.length];
  const other = recordings[Math.floor(random() * recordings.length)];
  if (recording === undefined || other === undefined) throw new Error('There are no recordings to spoil');
  return mutateRecording(recording, other, random, secretsOf(seed).exchanges);
}

/** Calls with secrets that no change touches; few recordings have them, so that the others stay what they are. */
function secretsOf(seed: number): {
  readonly exchanges: readonly Exchange[];
  readonly secrets: readonly string[];
} {
  if (seed % sample !== 1) return { exchanges: [], secrets: [] };
  const random = seededRandom(-seed);
  const word = (): string =>
    Array.from({ length: 30 }, () => Math.floor(random() * 36).toString(36)).join('');
  const [code, secret, token] = [word(), word(), word()] as const;
  const call = exchangeWith({
    method: 'POST',
    url: 'https://as.test/token',
    requestHeaders: headers({ 'Content-Type': formType }),
    requestBody: bodyWith(
      formType,
      `grant_type=authorization_code&code=${code}&client_id=c&client_secret=${secret}`,
    ),
    responseHeaders: headers({ 'Content-Type': json }),
    responseBody: bodyWith(json, JSON.stringify({ access_token: token, token_type: 'Bearer' })),
    startedAt: 1_800_000_000_000,
    respondedAt: 1_800_000_000_020,
    endedAt: 1_800_000_000_030,
  });
  const use = exchangeWith({
    url: 'https://api.test/me',
    requestHeaders: headers({ Authorization: `Bearer ${token}` }),
    startedAt: 1_800_000_001_000,
  });
  return { exchanges: [call, use], secrets: [code, secret, token] };
}

/** What is read of a recording, after an analysis that may not fail; undefined where the reader refuses it. */
function analyseOne(text: string, seed: number): readonly Exchange[] | undefined {
  try {
    const read = fromFile(text, 'hostile.har');
    if (isProblem(read)) return undefined;
    JSON.stringify(analyze(read));
    return read;
  } catch (error) {
    throw new Error(`The recording of seed ${seed} stops the engine`, { cause: error });
  }
}

/** In a sample: the report is the same however the exchanges arrive, and no secret is in what leaves the program. */
function compareOne(exchanges: readonly Exchange[], seed: number): void {
  const isSecret = seed % sample === 1;
  if (!isSecret && seed % sample !== 0) return;
  const report = analyze(exchanges);
  if (isSecret) {
    const session = redactSession(exchanges, report, createRedactor({ key: new Uint8Array(32).fill(7) }));
    const leaks = findLeaks(toTrace(session, { createdAt: 0, version: '0' }), secretsOf(seed).secrets);
    if (leaks.length > 0) throw new Error(`The redacted recording of seed ${seed} holds ${leaks.join(', ')}`);
    return;
  }
  for (const other of [analyze(exchanges), ...readOneByOne(exchanges)])
    if (!isDeepStrictEqual(other, report))
      throw new Error(
        `The recording of seed ${seed} is judged differently when it is read again or in parts`,
      );
}
