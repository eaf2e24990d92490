import type { SequenceModel, SequenceRow } from './model.ts';

/** Where a row is drawn; all in pixels. */
export interface PlacedRow {
  readonly row: SequenceRow;
  readonly top: number;
  readonly height: number;
  readonly fromX: number;
  readonly toX: number;
  readonly textX: number;
  readonly lifeY: number | undefined;
  readonly arrowY: number;
  readonly answerY: number | undefined;
  readonly noteY: number | undefined;
}

/** A lane that is drawn. */
export interface PlacedLane {
  readonly index: number;
  readonly x: number;
  readonly boxX: number;
  readonly boxWidth: number;
}

/** A chart laid out for one width. */
export interface SequenceLayout {
  readonly width: number;
  readonly height: number;
  readonly gutter: number;
  readonly lanes: readonly PlacedLane[];
  readonly rows: readonly PlacedRow[];
}

/** Height of the lane heads. */
export const headHeight = 40;

const heights = { life: 20, arrow: 32, answer: 26, note: 20, pad: 8 } as const;

/** Lays a chart out so that nothing is wider than `width`; the text keeps its size at any width. */
export function layoutSequence({ lanes, rows }: SequenceModel, width: number): SequenceLayout {
  const gutter = width >= 500 ? 58 : 0;
  const shown = lanes.flatMap((lane, index) => (lane.reached || width >= 640 ? [index] : []));
  const boxWidth = Math.min(190, (width - gutter) / Math.max(shown.length, 1) - 8);
  const first = gutter + boxWidth / 2 + 1;
  const last = width - boxWidth / 2 - 1;
  const gap = shown.length > 1 ? Math.min(300, (last - first) / (shown.length - 1)) : 0;
  const placedLanes = shown.map((index, place) => {
    const x = Math.round(first + place * gap);
    return { index, x, boxX: x - boxWidth / 2, boxWidth };
  });
  const xOf = (index: number): number => placedLanes.find((lane) => lane.index === index)?.x ?? first;
  const placedRows: PlacedRow[] = [];
  let top = headHeight + 10;
  for (const row of rows) {
    const placed = placeRow(row, top, xOf(row.from), xOf(row.to));
    placedRows.push(placed);
    top += placed.height;
  }
  return { width, height: top + 6, gutter, lanes: placedLanes, rows: placedRows };
}

function placeRow(row: SequenceRow, top: number, fromX: number, toX: number): PlacedRow {
  const lifeHeight = row.life === undefined ? 0 : heights.life;
  const arrowY = top + lifeHeight + heights.arrow - 6;
  const answerY = row.answer === undefined ? undefined : arrowY + heights.answer;
  const beforeNote = answerY ?? arrowY;
  const noteY = row.note === undefined ? undefined : beforeNote + heights.note - 4;
  return {
    row,
    top,
    height: (noteY ?? beforeNote) + heights.pad - top,
    fromX,
    toX,
    textX: Math.min(fromX, toX) + 9,
    lifeY: row.life === undefined ? undefined : top + 18,
    arrowY,
    answerY,
    noteY,
  };
}

/** Width of a character of the chart's text, on the wide side so that nothing is cut off by the edge. */
const characterWidth = 6.1;

/** Cuts text to a width, with an ellipsis. */
export function fitText(text: string, width: number): string {
  const room = Math.max(0, Math.floor(width / characterWidth));
  if (text.length <= room) return text;
  return room < 2 ? '' : `${text.slice(0, room - 1)}…`;
}

/** Cuts the middle out of a name whose end tells it from others, such as a port or a domain. */
export function fitMiddle(text: string, width: number): string {
  const room = Math.max(3, Math.floor(width / characterWidth));
  if (text.length <= room) return text;
  const end = Math.ceil((room - 1) * 0.6);
  return `${text.slice(0, room - 1 - end)}…${text.slice(-end)}`;
}

/** Where a text starts: at `x`, or as far left of it as it needs to end before the edge. */
export function startOf(text: string, x: number, edge: number): number {
  return Math.max(4, Math.min(x, edge - textWidth(text) - 4));
}

/** The width that a text takes, as `fitText` reckons. */
export function textWidth(text: string): number {
  return text.length * characterWidth;
}
