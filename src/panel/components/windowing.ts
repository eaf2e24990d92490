/** Which rows of a long list to draw, and the empty space that stands for the rest, in pixels. */
export interface ListWindow {
  readonly first: number;
  /** One past the last row drawn. */
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

/** Chooses the rows that a viewport shows, with `overscan` pixels on either side. */
export function windowOf(
  heights: readonly number[],
  scrollTop: number,
  viewHeight: number,
  overscan = 200,
): ListWindow {
  const from = scrollTop - overscan;
  const to = scrollTop + viewHeight + overscan;
  let top = 0;
  let first = 0;
  while (first < heights.length && top + (heights[first] ?? 0) <= from) top += heights[first++] ?? 0;
  const before = top;
  let end = first;
  while (end < heights.length && top < to) top += heights[end++] ?? 0;
  const after = heights.slice(end).reduce((sum, height) => sum + height, 0);
  return { first, end, before, after };
}
