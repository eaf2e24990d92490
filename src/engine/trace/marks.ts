import { placeholders } from './placeholder.ts';

/** Beyond this many cells the middle is marked as a whole. */
const mostCells = 250_000;

/** Equal characters between two marks mean nothing when they are this few: `auth` and `token` share a `t`. */
const shortestIsland = 3;

/**
 * `^` under each character of `value` that `reference` does not have at that place; blanks elsewhere. A placeholder is
 * marked as a whole, since its letters are those of no value. Empty when the two have nothing in common.
 */
export function marksUnder(value: string, reference: string): string {
  const a = atomsOf(value);
  const b = atomsOf(reference);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const isMarked = withoutIslands(
    middleMarks(a.slice(start, a.length - end), b.slice(start, b.length - end)),
  );
  if (start + end === 0 && !isMarked.includes(false)) return '';
  const marks = a.map((atom, at) => (isMarked[at - start] === true ? '^' : ' ').repeat([...atom].length));
  return marks.join('').trimEnd();
}

function atomsOf(text: string): readonly string[] {
  return text.split(placeholders).flatMap((part, at) => (at % 2 === 1 ? [part] : [...part]));
}

/** What is not in the longest common subsequence. */
function middleMarks(a: readonly string[], b: readonly string[]): readonly boolean[] {
  if (a.length * b.length > mostCells) return a.map(() => true);
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let j = 0;
  return a.map((atom, i) => {
    while (j < b.length && atom !== b[j] && at(i, j + 1) > at(i + 1, j)) j += 1;
    const same = j < b.length && atom === b[j];
    if (same) j += 1;
    return !same;
  });
}

/** Marks the few equal atoms between two marked ones as well. */
function withoutIslands(marks: readonly boolean[]): readonly boolean[] {
  return marks.map((isMarked, at) => {
    if (isMarked) return true;
    const before = marks.lastIndexOf(true, at);
    const after = marks.indexOf(true, at);
    return before >= 0 && after >= 0 && after - before - 1 < shortestIsland;
  });
}
