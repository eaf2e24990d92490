import type { SequenceModel, SequenceRow } from './model.ts';

/** Room that stands for time. */
export interface Wait {
  /** Pixels. */
  readonly height: number;
  /** Milliseconds. */
  readonly time: number;
}

/** Where a row is drawn; all in pixels. */
export interface PlacedRow {
  readonly row: SequenceRow;
  /** The time since the row before, above `top`; only where times are drawn to scale. */
  readonly wait: Wait | undefined;
  readonly top: number;
  readonly height: number;
  readonly fromX: number;
  readonly toX: number;
  readonly textX: number;
  /** Where the lane at the right end begins; what need not be read whole ends before it. */
  readonly endX: number;
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

/** What all waits of a chart are high together, so that a chart to scale fits a screen however long the login took. */
const waitRoom = 360;

/** Lays a chart out so that nothing is wider than `width`; the text keeps its size at any width. */
export function layoutSequence(
  { lanes, rows }: SequenceModel,
  width: number,
  toScale: boolean = false,
): SequenceLayout {
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
  const waits = toScale ? waitsOf(rows) : [];
  for (const [index, row] of rows.entries()) {
    const wait = waits[index];
    top += wait?.height ?? 0;
    const placed = { ...placeRow(row, top, xOf(row.from), xOf(row.to)), wait };
    placedRows.push(placed);
    top += placed.height;
  }
  return { width, height: top + 6, gutter, lanes: placedLanes, rows: placedRows };
}

/** Smaller than this, nobody can read it. */
const smallest = 0.45;

/** How much a chart must shrink to be as high as the room there is; it never grows. */
export function scaleToFit(height: number, room: number | undefined): number {
  return room === undefined ? 1 : Math.min(1, Math.max(smallest, room / height));
}

/** Room before each row in proportion to the time before it. */
function waitsOf(rows: readonly SequenceRow[]): readonly (Wait | undefined)[] {
  const times = rows.map(({ at }, index) => Math.max(0, (at ?? 0) - (rows[index - 1]?.at ?? at ?? 0)));
  const whole = times.reduce((sum, time) => sum + time, 0);
  return times.map((time) => {
    const height = whole === 0 ? 0 : Math.round((time / whole) * waitRoom);
    return height === 0 ? undefined : { height, time };
  });
}

function placeRow(row: SequenceRow, top: number, fromX: number, toX: number): Omit<PlacedRow, 'wait'> {
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
    endX: Math.max(fromX, toX) - 4,
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

/** Words of the chart, shortened as the heads of lanes are where they would cross the next lane; their letters are narrow. */
export function shortTo(label: string, width: number): string {
  return textWidth(label) * 0.94 <= width
    ? label
    : label.replace(/^Authorization /, 'Auth. ').replace(/ there$/, '');
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
