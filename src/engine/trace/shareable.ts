import type { Report, SignatureCheck } from '../diagnosis/report.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Redactor } from './redact.ts';
import type { Receipt } from './receipt.ts';
import { redactReport } from './redact-report.ts';

const door: unique symbol = Symbol('made by this file only');

/** Checks of signatures by the id of their flow. They hold no captured value. */
export type Signatures = ReadonlyMap<string, readonly SignatureCheck[]>;

/**
 * A session that may leave the program. Every exporter takes this and nothing else, and only the two functions below
 * can make one, so that no exporter can touch what was not redacted.
 */
export interface Shareable {
  readonly [door]: true;
  readonly exchanges: readonly Exchange[];
  readonly report: Report;
  /** Names of the files or `live`. */
  readonly sources: readonly string[];
  /** What became of the signatures of each flow's tokens, by the flow's id; empty where nobody asked. */
  readonly signatures: Signatures;
  /** Undefined when nothing was redacted because the user asked for that. */
  readonly receipt: Receipt | undefined;
}

/**
 * The one door out: exchanges and the report on them, both redacted. With `reported` it holds those exchanges alone that
 * the report points to; what the others show to be secret is hidden all the same.
 */
export function redactSession(
  exchanges: readonly Exchange[],
  report: Report,
  redactor: Redactor,
  signatures: Signatures = new Map(),
  held: 'all' | 'reported' = 'all',
): Shareable {
  for (const exchange of exchanges) redactor.learn(exchange);
  const redacted = (held === 'all' ? exchanges : reportedOf(exchanges, report)).map((exchange) =>
    redactor.redact(exchange),
  );
  return {
    [door]: true,
    exchanges: redacted,
    report: redactReport(report, redactor.text),
    sources: sourcesOf(exchanges).map((source) => redactor.text(source)),
    signatures,
    receipt: redactor.receipt(redacted),
  };
}

/** The same with all values shown: only for a user who asked for that in so many words. */
export function revealSession(
  exchanges: readonly Exchange[],
  report: Report,
  signatures: Signatures = new Map(),
): Shareable {
  return { [door]: true, exchanges, report, sources: sourcesOf(exchanges), signatures, receipt: undefined };
}

function reportedOf(exchanges: readonly Exchange[], { flows }: Report): readonly Exchange[] {
  const ids = new Set(
    flows.flatMap(({ exchanges: own, steps, verdict, findings }) => [
      ...own,
      ...steps.map(({ exchange }) => exchange),
      ...verdict.causes
        .flatMap(({ evidence, proof }) => [...evidence, ...(proof?.rows ?? []).map(({ at }) => at)])
        .map(({ exchange }) => exchange),
      ...findings.flatMap(({ evidence }) => evidence).map(({ exchange }) => exchange),
    ]),
  );
  return exchanges.filter(({ id }) => ids.has(id));
}

function sourcesOf(exchanges: readonly Exchange[]): readonly string[] {
  return [...new Set(exchanges.map(({ source }) => source))];
}
