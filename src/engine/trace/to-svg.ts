import type { FlowReport, Outcome, Proof } from '../diagnosis/report.ts';
import { wrapped } from './markup.ts';
import { proofLines, proofValues } from './proof-lines.ts';
import type { Shareable } from './shareable.ts';
import { drawSequence } from './svg-sequence.ts';
import { box, colours, picture, textAt, width, type Drawn } from './svg-shapes.ts';
import { answerText, flowText, mainFlow, outcomeText, receiptSentence } from './words.ts';

const edge = 48;
const valueLeft = 280;
const monoWidth = 8.5;
const perLine = 100;

/** The flow that matters most as a picture 1200 pixels wide: verdict, proof, sequence. */
export function toSvg(session: Shareable): string {
  const flow = mainFlow(session.report);
  if (flow === undefined) return picture(['No OAuth or OpenID Connect traffic was found.'].map(title), 110);
  const verdict = drawVerdict(flow);
  const proof = flow.verdict.causes[0]?.proof;
  const proved = proof === undefined ? verdict : drawProof(proof, session, verdict.bottom + 20);
  const sequence = drawSequence(flow, proved.bottom + 32);
  const feet = wrapped(`Grantscope · ${receiptSentence(session.receipt)}`, 160).map((line, row) =>
    textAt(edge, sequence.bottom + 34 + row * 17, line, { size: 12, colour: colours.soft }),
  );
  const shapes = proof === undefined ? verdict.shapes : [...verdict.shapes, ...proved.shapes];
  return picture([...shapes, ...sequence.shapes, ...feet], sequence.bottom + 41 + feet.length * 17);
}

function title(text: string, index: number): string {
  return textAt(edge, 112 + index * 36, text, { size: 26, bold: true });
}

function tone(outcome: Outcome): readonly [string, string] {
  if (outcome === 'failed') return [colours.bad, colours.badGround];
  return outcome === 'succeeded' ? [colours.good, colours.goodGround] : [colours.warn, colours.warnGround];
}

function drawVerdict(flow: FlowReport): Drawn {
  const [colour, ground] = tone(flow.verdict.outcome);
  const outcome = outcomeText[flow.verdict.outcome];
  const chip = outcome.length * 8.5 + 28;
  const [about = ''] = wrapped(flowText(flow), 110);
  const lines = wrapped(flow.verdict.sentence, 76);
  const answer = answerText(flow);
  const bottom = 112 + (lines.length - 1) * 36;
  return {
    shapes: [
      box(0, 0, width, 6, colour, 0),
      box(edge, 38, chip, 30, ground, 15),
      textAt(edge + chip / 2, 58, outcome, { size: 15, bold: true, colour, anchor: 'middle' }),
      textAt(edge + chip + 14, 58, about, { size: 15, colour: colours.soft }),
      ...lines.map(title),
      ...(answer === undefined
        ? []
        : wrapped(`The server answered ${answer}`, 130)
            .slice(0, 1)
            .map((text) => textAt(edge, bottom + 30, text, { size: 15, colour: colours.soft }))),
    ],
    bottom: answer === undefined ? bottom + 6 : bottom + 36,
  };
}

function drawProof(proof: Proof, session: Shareable, top: number): Drawn {
  const values = proofValues(proof, session);
  const shapes: string[] = [];
  let y = top + 32;
  for (const { label, value, marks } of values) {
    shapes.push(textAt(edge + 20, y, wrapped(label, 26)[0] ?? '', { size: 14, colour: colours.soft }));
    const characters = [...value];
    for (let from = 0; from < Math.max(1, characters.length); from += perLine) {
      const part = characters.slice(from, from + perLine);
      part.forEach((_, index) => {
        if (marks[from + index] === '^')
          shapes.push(box(valueLeft + index * monoWidth, y - 15, monoWidth, 20, colours.badMark, 2));
      });
      const exact = part.length * monoWidth;
      shapes.push(textAt(valueLeft, y, part.join(''), { size: 14, mono: true, width: exact }));
      y += 28;
    }
  }
  const words = proof.kind === 'age' ? proofLines(proof, session) : noteOf(proof);
  for (const text of words.flatMap((each) => wrapped(each, 125))) {
    shapes.push(textAt(edge + 20, y, text, { size: 14, colour: colours.soft }));
    y += 28;
  }
  const bottom = y - 8;
  return { shapes: [box(edge, top, width - 2 * edge, bottom - top, colours.ground, 8), ...shapes], bottom };
}

function noteOf(proof: Proof): readonly string[] {
  return proof.kind === 'values' && proof.difference !== undefined ? [`Difference: ${proof.difference}`] : [];
}
