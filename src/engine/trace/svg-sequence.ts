import type { Actor, CodeLife, FlowReport, Step } from '../diagnosis/report.ts';
import { box, colours, line, picture, textAt, type Drawn } from './svg-shapes.ts';
import { durationWords, offsetWords } from '../http/duration-words.ts';

const left = 140;
const right = 1152;
const rowHeight = 50;
const mostSteps = 30;
const order = ['server_of_app', 'app', 'browser', 'authorization_server', 'resource_server'] as const;
const names: Readonly<Record<Actor, string>> = {
  server_of_app: 'Server of the app',
  app: 'App',
  browser: 'Browser',
  authorization_server: 'Authorization server',
  resource_server: 'API',
};

/** The sequence of one flow alone, as an SVG element. */
export function sequenceSvg(flow: FlowReport): string {
  const { shapes, bottom } = drawSequence(flow, 16);
  return picture(shapes, bottom + 16);
}

/** The messages of a flow as arrows between those who take part, with the life of the code before its use. */
export function drawSequence(flow: FlowReport, top: number): Drawn {
  const actors = order.filter((actor) => flow.steps.some(({ from, to }) => from === actor || to === actor));
  if (actors.length === 0) return { shapes: [], bottom: top };
  const width = (right - left) / actors.length;
  const xOf = (actor: Actor): number => Math.round(left + width * (actors.indexOf(actor) + 0.5));
  const shapes: string[] = [];
  let y = top + 66;
  const used = flow.steps.find(({ message }) => message === 'token_request');
  for (const step of flow.steps.slice(0, mostSteps)) {
    if (step === used && flow.codeLife?.age !== undefined) {
      shapes.push(...lifeBar(flow.codeLife, flow.codeLife.age, y + 8));
      y += 34;
    }
    shapes.push(...arrow(step, flow, xOf, y));
    y += rowHeight;
  }
  if (flow.steps.length > mostSteps) {
    const rest = flow.steps.length - mostSteps;
    shapes.push(textAt(left, y + 24, `and ${rest} more steps`, { size: 13, colour: colours.soft }));
    y += 34;
  }
  const heads = actors.flatMap((actor) => head(actor, flow, xOf(actor), Math.min(width - 16, 280), top));
  const lanes = actors.map((actor) => line([xOf(actor), top + 48], [xOf(actor), y + 8], colours.line));
  return { shapes: [...lanes, ...heads, ...shapes], bottom: y + 8 };
}

function head(actor: Actor, flow: FlowReport, x: number, width: number, top: number): readonly string[] {
  const host = actor === 'authorization_server' ? shortened(flow.authority.host, width / 7.5) : '';
  return [
    box(x - width / 2, top, width, 48, colours.ground),
    textAt(x, top + (host === '' ? 29 : 21), names[actor], { size: 14, bold: true, anchor: 'middle' }),
    ...(host === '' ? [] : [textAt(x, top + 38, host, { size: 12, colour: colours.soft, anchor: 'middle' })]),
  ];
}

function arrow(step: Step, flow: FlowReport, xOf: (actor: Actor) => number, y: number): readonly string[] {
  const colour = step.failed ? colours.bad : colours.accent;
  const [from, to] = [xOf(step.from), step.from === step.to ? xOf(step.to) + 60 : xOf(step.to)];
  const back = to < from ? 1 : -1;
  const tip = y + 34;
  const { answer } = flow.verdict;
  const said = answer?.exchange === step.exchange ? (answer.error ?? '') : '';
  const status = step.status === undefined ? 'no answer' : String(step.status);
  const middle = (from + to) / 2;
  const time = offsetWords(flow.startedAt, step.at);
  const hops = step.foldedHops === 0 ? '' : ` (+${step.foldedHops} hops)`;
  const label = `${step.failed ? '✕ ' : ''}${step.label}${hops}  ${status}${said === '' ? '' : ` ${said}`}`;
  const shown = shortened(label, 70);
  const wide = shown.length * 7;
  return [
    textAt(left - 24, tip + 4, time, { size: 12, colour: colours.soft, anchor: 'end' }),
    line([from, tip], [to, tip], colour),
    `<path d="M${to} ${tip}l${back * 9} -5v10z" fill="${colour}"/>`,
    box(middle - wide / 2 - 4, y + 9, wide + 8, 20, step.failed ? colours.badGround : '#fff', 4),
    textAt(middle, y + 24, shown, {
      size: 13,
      colour: step.failed ? colours.bad : colours.text,
      bold: step.failed,
      anchor: 'middle',
    }),
  ];
}

/** The age of the code at its use, against how long it lives where that is known. */
function lifeBar({ lifetime }: CodeLife, age: number, y: number): readonly string[] {
  const whole = Math.max(age, lifetime ?? age, 1);
  const late = lifetime !== undefined && age > lifetime;
  const words = `code age ${durationWords(age)}${lifetime === undefined ? '' : ` of ${durationWords(lifetime)}`}`;
  return [
    box(left, y + 8, 240, 8, colours.line, 4),
    box(left, y + 8, Math.max(4, (240 * age) / whole), 8, late ? colours.badMark : colours.accent, 4),
    ...(late ? [box(left + (240 * lifetime) / whole, y + 3, 2, 18, colours.bad, 0)] : []),
    textAt(left + 252, y + 17, words, { size: 13, colour: late ? colours.bad : colours.soft }),
  ];
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, Math.floor(most) - 1)}…` : text;
}
