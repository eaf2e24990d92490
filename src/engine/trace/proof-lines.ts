import type { Proof, ProofRow } from '../diagnosis/report.ts';
import { durationWords } from '../http/duration-words.ts';
import { valueAt } from '../http/value-at.ts';
import { marksUnder } from './marks.ts';
import type { Shareable } from './shareable.ts';
import { leftOutOnce, visible } from '../http/visible.ts';

const longestValue = 300;

/** A value of a proof, and `^` under the characters that make it differ. */
interface MarkedValue {
  readonly label: string;
  readonly value: string;
  readonly marks: string;
}

/** The values of a proof with what differs marked, for those who draw it; an age has none. */
export function proofValues(proof: Proof, session: Shareable): readonly MarkedValue[] {
  if (proof.kind === 'age') return [];
  const captured = valuesOf(proof.rows, session);
  const values = proof.rows.map((row, index) => {
    const value = captured[index] ?? '';
    if ('authority' in row) return cut(row.authority);
    if ('result' in row) return cut(`${value}  ${row.result}`);
    return cut(proof.kind === 'answer' ? inOneLine(value) : value);
  });
  const compares = proof.kind === 'values' || proof.kind === 'authorities';
  return proof.rows.map(({ label }, index) => {
    const value = values[index] ?? '';
    const other = compares ? values.find((each) => each !== value) : undefined;
    return { label: visible(label), value, marks: other === undefined ? '' : marksUnder(value, other) };
  });
}

/** A proof as lines of text in a fixed-width font: labels, values aligned, `^` under the characters that differ. */
export function proofLines(proof: Proof, session: Shareable): readonly string[] {
  switch (proof.kind) {
    case 'values':
      return [...aligned(proof.rows, valuesOf(proof.rows, session)), ...note(proof.difference)];
    case 'authorities':
      return aligned(
        proof.rows,
        proof.rows.map(({ authority }) => authority),
      );
    case 'attempts': {
      const values = valuesOf(proof.rows, session);
      return table(
        proof.rows,
        proof.rows.map(({ result }, index) => `${values[index] ?? ''}  ${result}`),
      );
    }
    case 'answer':
      return table(proof.rows, valuesOf(proof.rows, session).map(inOneLine));
    case 'age': {
      const { age, lifetime, lifetimeSource } = proof;
      const life = lifetime === undefined ? '' : `; it lives ${durationWords(lifetime)}`;
      const says = lifetimeSource === undefined ? '' : ` (${lifetimeSource})`;
      return [`The code was ${durationWords(age)} old${life}${says}.`];
    }
  }
}

function valuesOf(rows: readonly ProofRow[], { exchanges }: Shareable): readonly string[] {
  return rows.map(({ at }) => {
    const exchange = exchanges.find(({ id }) => id === at.exchange);
    const value = exchange === undefined ? undefined : valueAt(exchange, at);
    return value ?? '(none)';
  });
}

/** The values one under another; a row is marked against the first that differs from it. */
function aligned(rows: readonly ProofRow[], values: readonly string[]): readonly string[] {
  const shown = values.map(cut);
  const width = widthOf(rows);
  return table(rows, values).flatMap((line, index) => {
    const value = shown[index] ?? '';
    const other = shown.find((each) => each !== value);
    const marks = other === undefined ? '' : marksUnder(value, other);
    return marks === '' ? [line] : [line, `${' '.repeat(width + 2)}${marks}`];
  });
}

function table(rows: readonly ProofRow[], values: readonly string[]): readonly string[] {
  const width = widthOf(rows);
  return rows.map(({ label }, index) => `${visible(label).padEnd(width)}  ${cut(values[index] ?? '')}`);
}

function widthOf(rows: readonly ProofRow[]): number {
  return Math.max(0, ...rows.map(({ label }) => visible(label).length));
}

/** What a server says on a page of several lines, and what was left out of it, as one line. */
function inOneLine(text: string): string {
  return leftOutOnce(text.trim()).replaceAll(/\s*\n\s*/gu, ' · ');
}

/** A value in one line that is not too long to be read. */
export function cut(value: string): string {
  const text = visible(value);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}

function note(difference: string | undefined): readonly string[] {
  return difference === undefined ? [] : [`Difference: ${visible(difference)}`];
}
