import { analyze } from '../../src/engine/analyze.ts';
import type { Cause, FlowReport } from '../../src/engine/diagnosis/report.ts';
import { isProblem } from '../../src/engine/http/problem.ts';
import { readInput } from '../../src/cli/read-input.ts';
import { joinSessions } from '../../src/engine/http/join-sessions.ts';
import { startGlewlwyd, type Glewlwyd } from './glewlwyd.ts';
import type { ProofCase } from './proof-case.ts';
import { startStage, type Refusal } from './stage.ts';

/** A case that was played, what the server said, and what our engine makes of the recordings. */
export interface Played {
  readonly case: ProofCase;
  readonly refusals: readonly Refusal[];
  /** The flow that failed last, or the last flow. */
  readonly told: FlowReport | undefined;
  readonly causes: readonly Cause[];
  readonly flows: readonly FlowReport[];
  readonly thrown: readonly unknown[];
  readonly recordings: readonly { readonly name: string; readonly text: string }[];
}

/** Plays a case on a stage of its own and analyses what was recorded. */
async function play(each: ProofCase, glewlwyd: Glewlwyd | undefined): Promise<Played> {
  const stage = await startStage(glewlwyd);
  try {
    await each.play(stage);
  } finally {
    await stage.stop();
  }
  const recordings = stage.recordings();
  const { exchanges } = joinSessions(
    recordings.map(({ name, text }) => {
      const read = readInput(new TextEncoder().encode(text), name);
      if (isProblem(read)) throw new Error(`${read.file}: ${read.place}: ${read.reason}`);
      return read;
    }),
  );
  const { flows } = analyze(exchanges);
  const told = flows.findLast(({ verdict }) => verdict.outcome === 'failed') ?? flows.at(-1);
  return {
    case: each,
    refusals: stage.refusals,
    told,
    causes: told?.verdict.causes ?? [],
    flows,
    thrown: stage.thrown,
    recordings,
  };
}

/** Glewlwyd answers two requests at once now and then with 500: its cases are played one after the other. */
const isAlone = ({ server }: ProofCase): boolean => server === 'Glewlwyd';

/** Plays all cases, a few at a time: most of the time of some is waiting. */
export async function playAll(cases: readonly ProofCase[]): Promise<readonly Played[]> {
  const played: Played[] = [];
  const glewlwyd = cases.some(isAlone) ? await startGlewlwyd() : undefined;
  const work = async (left: [number, ProofCase][], shared?: Glewlwyd): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift())
      played[next[0]] = await play(next[1], shared);
  };
  const all = [...cases.entries()];
  const playAlone = async (shared: Glewlwyd): Promise<void> => {
    try {
      await work(
        all.filter(([, each]) => isAlone(each)),
        shared,
      );
    } finally {
      await shared.stop();
    }
  };
  const together = all.filter(([, each]) => !isAlone(each));
  const lanes = Array.from({ length: 6 }, async () => work(together));
  if (typeof glewlwyd === 'string') console.warn(`The cases of Glewlwyd are not played: ${glewlwyd}.`);
  else if (glewlwyd !== undefined) lanes.push(playAlone(glewlwyd));
  await Promise.all(lanes);
  return played.flat();
}
