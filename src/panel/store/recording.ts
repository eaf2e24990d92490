import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Analyzer } from '../../engine/analyze.ts';
import type { Evidence, FlowReport } from '../../engine/diagnosis/report.ts';
import type { Exchange } from '../../engine/http/exchange.ts';
import { originOf } from '../../engine/http/url.ts';
import { isMetadataUrl } from '../../engine/oauth/discovery.ts';
import type { Redactor } from '../../engine/trace/redact.ts';
import { factsOf, type FactGroup } from './facts.ts';

/** What a recording is made of. */
export interface RecordingParts {
  readonly analyzer: Analyzer;
  readonly redactor: Redactor;
  readonly valueAt: (exchange: Exchange, evidence: Evidence) => string | undefined;
  /** Undefined for what is complete, such as a file: nothing in it is still under way. */
  readonly now: () => number | undefined;
}

/** The exchanges of the live log or of one file, and what the engine says of them. What it hands out is masked. */
export interface Recording {
  readonly flows: ReadonlySignal<readonly FlowReport[]>;
  readonly size: ReadonlySignal<number>;
  /** Values shown in full on purpose. */
  readonly revealed: ReadonlySignal<ReadonlySet<string>>;
  change(added: readonly Exchange[], removed: readonly string[]): void;
  replace(exchanges: readonly Exchange[]): void;
  exchange(id: string): Exchange | undefined;
  /** The exchange taken apart; revealed values are in full. */
  facts(id: string): readonly FactGroup[];
  value(evidence: Evidence): string | undefined;
  text(text: string): string;
  isRevealed(evidence: Evidence): boolean;
  reveal(evidence: Evidence): void;
  maskAll(): void;
  /** Asks the engine again, since a login that only stands still may by now be abandoned. */
  tick(): void;
  /**
   * The unmasked exchanges of a flow, for an exporter that redacts them itself, after the metadata of the servers they
   * went to: a verdict may rest on it.
   */
  unmasked(flow: FlowReport): readonly Exchange[];
}

/** An empty recording. */
export function createRecording({ analyzer, redactor, valueAt, now }: RecordingParts): Recording {
  const log = new Map<string, Exchange>();
  const version = signal(0);
  const revealed = signal<ReadonlySet<string>>(new Set());

  function add(exchange: Exchange): void {
    log.set(exchange.id, exchange);
    redactor.learn(exchange);
    analyzer.ingest(exchange);
  }

  function drop(id: string): void {
    log.delete(id);
    analyzer.forget(id);
  }

  function masked(id: string): Exchange | undefined {
    void version.value;
    const exchange = log.get(id);
    return exchange === undefined ? undefined : redactor.redact(exchange);
  }

  const isRevealed = (evidence: Evidence): boolean => revealed.value.has(keyOf(evidence));

  return {
    flows: computed(() => {
      void version.value;
      return analyzer.report(now()).flows;
    }),
    size: computed(() => {
      void version.value;
      return log.size;
    }),
    revealed,
    change(added, removed) {
      removed.forEach(drop);
      added.forEach(add);
      version.value += 1;
    },
    replace(exchanges) {
      const kept = new Set(exchanges.map(({ id }) => id));
      for (const id of [...log.keys()]) if (!kept.has(id)) drop(id);
      exchanges.forEach(add);
      version.value += 1;
    },
    exchange: masked,
    facts(id) {
      const shown = masked(id);
      const exchange = log.get(id);
      if (shown === undefined || exchange === undefined) return [];
      if (revealed.value.size === 0) return factsOf(shown);
      return factsOf(shown).map((group) => ({
        ...group,
        facts: group.facts.map((fact) =>
          isRevealed(fact.at) ? { ...fact, value: valueAt(exchange, fact.at) ?? fact.value } : fact,
        ),
      }));
    },
    value(evidence) {
      const exchange = isRevealed(evidence) ? log.get(evidence.exchange) : masked(evidence.exchange);
      return exchange === undefined ? undefined : valueAt(exchange, evidence);
    },
    text: (text) => redactor.text(text),
    isRevealed,
    reveal: (evidence) => (revealed.value = new Set([...revealed.value, keyOf(evidence)])),
    maskAll: () => (revealed.value = new Set()),
    tick: () => (version.value += 1),
    unmasked(flow) {
      const own = flow.exchanges.flatMap((id) => log.get(id) ?? []);
      const servers = new Set(own.map(({ url }) => originOf(url)));
      const metadata = [...log.values()].filter(
        ({ url }) => isMetadataUrl(url) && servers.has(originOf(url)),
      );
      return [...new Set([...metadata, ...own])];
    },
  };
}

function keyOf({ exchange, part, name }: Evidence): string {
  return `${exchange} ${part} ${name}`;
}
