/** A run of characters of a value compared with another. `missing`: the other has it here, this one has not. */
export interface DiffRun {
  readonly kind: 'same' | 'different' | 'missing';
  readonly text: string;
}

/** Beyond this many cells the middle is marked as a whole, so that a long token cannot hold up the page. */
const maxCells = 250_000;

/** Marks where `value` differs from `reference`, character for character. */
export function diffCharacters(reference: string, value: string): readonly DiffRun[] {
  const a = atomsOf(reference);
  const b = atomsOf(value);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const runs = joinRuns([
    { kind: 'same', text: b.slice(0, start).join('') },
    ...diffMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    { kind: 'same', text: b.slice(b.length - end).join('') },
  ]);
  return joinRuns(
    runs.map((run, index) => (isIsland(runs, index) ? { kind: 'different', text: run.text } : run)),
  );
}

/** A few characters that two ports or hosts share by chance: marked too, since what differs is the whole. */
function isIsland(runs: readonly DiffRun[], index: number): boolean {
  const [before, run, after] = [runs[index - 1], runs[index], runs[index + 1]];
  if (run?.kind !== 'same' || before === undefined || after === undefined) return false;
  return run.text.length <= 3 && (before.kind === 'different' || after.kind === 'different');
}

/** Characters, with each masked value as one: half a mask means nothing. */
function atomsOf(text: string): readonly string[] {
  return text.includes('‹') ? [...text.matchAll(/‹[^‹›]*›|[\s\S]/gu)].map(([atom]) => atom) : [...text];
}

/** The value that most rows have; the first of them when there is no majority. */
export function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0])[0];
}

function diffMiddle(a: readonly string[], b: readonly string[]): readonly DiffRun[] {
  if (a.length * b.length > maxCells || b.length === 0 || a.length === 0) {
    return b.length > 0 ? [{ kind: 'different', text: b.join('') }] : [{ kind: 'missing', text: a.join('') }];
  }
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const runs: DiffRun[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push({ kind: 'same', text: b[j] ?? '' });
      i++;
      j++;
    } else if (j < b.length && (i === a.length || at(i, j + 1) >= at(i + 1, j))) {
      runs.push({ kind: 'different', text: b[j++] ?? '' });
    } else {
      runs.push({ kind: 'missing', text: a[i++] ?? '' });
    }
  }
  return runs;
}

/** Joins neighbours of one kind; a replaced stretch is `different`, not `different` beside `missing`. */
function joinRuns(runs: readonly DiffRun[]): readonly DiffRun[] {
  const joined: DiffRun[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = joined.at(-1);
    if (last?.kind === run.kind) joined[joined.length - 1] = { kind: run.kind, text: last.text + run.text };
    else if (last?.kind === 'different' && run.kind === 'missing') continue;
    else if (last?.kind === 'missing' && run.kind === 'different') joined[joined.length - 1] = run;
    else joined.push(run);
  }
  return joined;
}
