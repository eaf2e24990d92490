import { markup } from './markup.ts';

/** The colours of the picture; it is light, since it ends up in tickets and documents. */
export const colours = {
  text: '#1c2230',
  soft: '#525b6d',
  line: '#dde2ec',
  ground: '#f6f8fc',
  accent: '#1a5fd0',
  bad: '#b3261e',
  badGround: '#fdeceb',
  badMark: '#f8c9c5',
  good: '#146c3a',
  goodGround: '#e3f5ea',
  warn: '#7a4f00',
  warnGround: '#fff4dc',
} as const;

/** A part of the picture and how far down it reaches. */
export interface Drawn {
  readonly shapes: readonly string[];
  readonly bottom: number;
}

interface TextLook {
  readonly size: number;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly mono?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Exact width in pixels, so that marks behind it fit in every font. */
  readonly width?: number;
}

/** One line of text on its baseline. */
export function textAt(x: number, y: number, content: string, look: TextLook): string {
  const { size, colour = colours.text, bold = false, mono = false, anchor = 'start', width } = look;
  const family = mono
    ? 'ui-monospace, Menlo, Consolas, monospace'
    : 'system-ui, Segoe UI, Roboto, sans-serif';
  const exact = width === undefined ? '' : ` textLength="${width}" lengthAdjust="spacingAndGlyphs"`;
  return `<text x="${x}" y="${y}" font-family="${family}" font-size="${size}" fill="${colour}" text-anchor="${anchor}"${bold ? ' font-weight="600"' : ''}${exact} xml:space="preserve">${markup(content)}</text>`;
}

/** A filled rectangle. */
export function box(x: number, y: number, width: number, height: number, fill: string, radius = 6): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
}

/** A straight line. */
export function line(
  from: readonly [number, number],
  to: readonly [number, number],
  colour: string,
  dashed = false,
): string {
  return `<line x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}" stroke="${colour}" stroke-width="1.5"${dashed ? ' stroke-dasharray="4 4"' : ''}/>`;
}

/** Width of a picture, pixels. */
export const width = 1200;

/** An SVG element of these shapes on white. */
export function picture(shapes: readonly string[], height: number): string {
  const size = `width="${width}" height="${Math.ceil(height)}" viewBox="0 0 ${width} ${Math.ceil(height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" ${size}>\n${[box(0, 0, width, Math.ceil(height), '#fff', 0), ...shapes].join('\n')}\n</svg>\n`;
}
