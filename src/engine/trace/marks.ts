/** Beyond this many cells the middle is marked as a whole. */
const mostCells = 250_000;

/** `^` under each character of `value` that `reference` does not have at that place; blanks elsewhere. */
export function marksUnder(value: string, reference: string): string {
  const a = [...value];
  const b = [...reference];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const marks = middleMarks(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return (' '.repeat(start) + marks).trimEnd();
}

/** What is not in the longest common subsequence. */
function middleMarks(a: readonly string[], b: readonly string[]): string {
  if (a.length * b.length > mostCells) return '^'.repeat(a.length);
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let marks = '';
  let j = 0;
  for (let i = 0; i < a.length; i += 1) {
    while (j < b.length && a[i] !== b[j] && at(i, j + 1) > at(i + 1, j)) j += 1;
    const same = j < b.length && a[i] === b[j];
    marks += same ? ' ' : '^';
    if (same) j += 1;
  }
  return marks;
}
