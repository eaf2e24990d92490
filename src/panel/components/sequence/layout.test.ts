import { expect, test } from 'vitest';
import { fitMiddle, fitText, layoutSequence, scaleToFit, startOf, textWidth, shortTo } from './layout.ts';
import type { SequenceModel, SequenceRow } from './model.ts';

function lane(title: string, reached = true): SequenceModel['lanes'][number] {
  return { title, shortTitle: title, host: 'host.test', reached };
}

const row: SequenceRow = {
  id: 'a',
  from: 0,
  to: 1,
  label: 'Token request',
  wire: 'POST /token',
  alert: undefined,
  answer: '400 invalid_grant',
  failed: true,
  at: 1_000,
  time: '+1 s',
  note: undefined,
  life: undefined,
  kind: 'step',
};

const model: SequenceModel = {
  lanes: [lane('App'), lane('Browser'), lane('Server'), lane('API', false)],
  rows: [row, { ...row, id: 'b', from: 2, to: 0, answer: undefined, note: '3 redirects' }],
};

test.each([340, 380, 420, 560, 760])(
  'at %i pixels every lane is inside and no two heads overlap',
  (width) => {
    const { lanes } = layoutSequence(model, width);
    for (const [index, { boxX, boxWidth }] of lanes.entries()) {
      expect(boxX).toBeGreaterThanOrEqual(0);
      expect(boxX + boxWidth).toBeLessThanOrEqual(width);
      const next = lanes[index + 1];
      if (next !== undefined) expect(boxX + boxWidth).toBeLessThanOrEqual(next.boxX);
    }
  },
);

test('who was not reached is drawn only where there is room', () => {
  expect(layoutSequence(model, 420).lanes).toHaveLength(3);
  expect(layoutSequence(model, 700).lanes).toHaveLength(4);
});

test('rows follow one another without a gap, and the chart ends after the last', () => {
  const { rows, height } = layoutSequence(model, 560);
  const [first, second] = rows;
  expect(second?.top).toBe((first?.top ?? 0) + (first?.height ?? 0));
  expect(height).toBeGreaterThan((second?.top ?? 0) + (second?.height ?? 0));
});

test('the arrow of an answer is below its question, a note below both', () => {
  const [first, second] = layoutSequence(model, 560).rows;
  expect(first?.answerY).toBeGreaterThan(first?.arrowY ?? 0);
  expect(second?.noteY).toBeGreaterThan(second?.arrowY ?? 0);
});

test('times are drawn to scale on demand: twice the time is twice the room, and the chart stays as high', () => {
  const rows = [0, 1_000, 3_000].map((at) => ({ ...row, id: String(at), at }));
  const heightsAt = (factor: number): readonly (number | undefined)[] =>
    layoutSequence(
      { ...model, rows: rows.map((each) => ({ ...each, at: each.at * factor })) },
      560,
      true,
    ).rows.map(({ wait }) => wait?.height);
  expect(heightsAt(1)).toEqual([undefined, 120, 240]);
  expect(heightsAt(1000)).toEqual(heightsAt(1));
  expect(layoutSequence({ ...model, rows }, 560).rows.map(({ wait }) => wait)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('text is cut to fit, or moved to the left of the edge', () => {
  expect(fitText('authorization', 1000)).toBe('authorization');
  expect(fitText('authorization', textWidth('autho'))).toBe('auth…');
  expect(fitMiddle('login.example.com:8443', textWidth('abcdefghijk'))).toBe('logi…m:8443');
  expect(startOf('short', 10, 400)).toBe(10);
  expect(startOf('a long text', 390, 400)).toBe(400 - textWidth('a long text') - 4);
});

test.each([
  [400, undefined, 1],
  [400, 600, 1],
  [800, 600, 0.75],
  [8000, 600, 0.45],
])('a chart %i high with room for %s is drawn at %s of its size', (height, room, scale) => {
  expect(scaleToFit(height, room)).toBe(scale);
});

test('words that would cross the next lane are shortened', () => {
  expect(shortTo('Authorization request', 130)).toBe('Authorization request');
  expect(shortTo('Authorization request', 100)).toBe('Auth. request');
  expect(shortTo('Token request', 10)).toBe('Token request');
  expect(shortTo('5 redirects there', 80)).toBe('5 redirects');
});
