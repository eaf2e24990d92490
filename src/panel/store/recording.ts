import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Analyzer } from '../../engine/analyzer.ts';
import type { Judge, Known } from '../../engine/diagnosis/read-flow.ts';
import type { Evidence, FlowOutline, FlowReport } from '../../engine/diagnosis/report.ts';
import type { Exchange } from '../../engine/http/exchange.ts';
import { originOf } from '../../engine/http/url.ts';
import { isMetadataUrl } from '../../engine/oauth/discovery.ts';
import type { RedactedExchange } from '../../engine/trace/redact-exchange.ts';
import type { Redactor } from '../../engine/trace/redact.ts';
import { visibleLines } from '../../engine/http/visible.ts';
import { appOf } from './app-of.ts';
import { factsOf, type FactGroup } from './facts.ts';
import { isJudged } from './is-judged.ts';
import { createOpenedTabs, type OpenedTabs } from './opened-tabs.ts';

/** What a recording is made of. */
export interface RecordingParts {
  readonly analyzer: Analyzer;
  readonly redactor: Redactor;
  readonly valueAt: (exchange: Exchange, evidence: Evidence) => string | undefined;
  /** Undefined for what is complete, such as a file: nothing in it is still under way. */
  readonly now: () => number | undefined;
  /** Does something soon, after the screen has been drawn. */
  readonly later: (task: () => void) => void;
}

/** The exchanges of the live log or of one file, and what the engine says of them. What it hands out is masked. */
export interface Recording {
  /** Every flow; those that are judged already are reports. */
  readonly outlines: ReadonlySignal<readonly FlowOutline[]>;
  /** The flows that are judged: all, once there is a judge. */
  readonly flows: ReadonlySignal<readonly FlowReport[]>;
  readonly size: ReadonlySignal<number>;
  /** Exchanges that are still to be read. */
  readonly unread: ReadonlySignal<number>;
  /** Values shown in full on purpose, in the order they were asked for. */
  readonly revealed: ReadonlySignal<readonly Evidence[]>;
  change(added: readonly Exchange[], removed: readonly string[]): void;
  replace(exchanges: readonly Exchange[]): void;
  /** Adds what the user handed over; it stays when the log is replaced, and the log never holds it. */
  include(exchange: Exchange): void;
  /** Judges anew, with what the user says is registered, or what succeeded in earlier sessions. */
  know(news: Partial<Known>): void;
  /** Has its flows judged. */
  judgeBy(judge: Judge): void;
  exchange(id: string): RedactedExchange | undefined;
  /** The exchange taken apart; revealed values are in full. */
  facts(id: string): readonly FactGroup[];
  value(evidence: Evidence): string | undefined;
  /** Text of ours that may hold captured values, to be shown: masked, and nothing in it hides. */
  text(text: string): string;
  /** The origin of the app a flow belongs to. */
  appOf(flow: FlowOutline): string;
  /** Whether the page of one tab opened another, as a popup. */
  readonly isOpenedBy: OpenedTabs['isOpenedBy'];
  isRevealed(evidence: Evidence): boolean;
  reveal(evidence: Evidence): void;
  mask(evidence: Evidence): void;
  maskAll(): void;
  /** Asks the engine again, since a login that only stands still may by now be abandoned. */
  tick(): void;
  /** The exchanges of a flow as they were captured; for the filter. */
  captured(flow: FlowOutline): readonly Exchange[];
  /** What the signatures of a flow's tokens are checked with, as it was captured: its exchanges, keys and metadata. */
  verifiable(flow: FlowReport): readonly Exchange[];
  /**
   * The unmasked exchanges of a flow, for an exporter that redacts them itself, after the metadata of the servers they
   * went to: a verdict may rest on it.
   */
  unmasked(flow: FlowReport): readonly Exchange[];
  /** Every exchange as it was captured: a redactor learns from the whole what must not be told of a part. */
  all(): readonly Exchange[];
}

/** Read at once; what is more is read in the pauses, newest first, so that a long log does not hold up the panel. */
const slice = 250;
/** Of what is longer, the newest logins, so that something stands on the screen soon. */
const firstSlice = 100;

/** An empty recording. */
export function createRecording(parts: RecordingParts): Recording {
  const { analyzer, redactor, valueAt } = parts;
  const log = new Map<string, Exchange>();
  const included = new Set<string>();
  const waiting = new Map<string, Exchange>();
  const masked = new Map<string, RedactedExchange>();
  const apps = new WeakMap<FlowOutline, string>();
  const tabs = createOpenedTabs();
  const version = signal(0);
  const revealed = signal<readonly Evidence[]>([]);

  function add(exchange: Exchange): void {
    waiting.delete(exchange.id);
    log.set(exchange.id, exchange);
    redactor.learn(exchange);
    tabs.note(exchange);
    analyzer.ingest(exchange);
  }

  function drop(id: string): void {
    waiting.delete(id);
    if (log.delete(id)) analyzer.forget(id);
  }

  function changed(): void {
    masked.clear();
    version.value += 1;
  }

  function read(count: number): void {
    let room = count;
    for (const exchange of waiting.values()) {
      if (room === 0) break;
      room -= 1;
      add(exchange);
    }
    changed();
    if (waiting.size > 0) parts.later(() => read(slice));
  }

  function exchangeOf(id: string): RedactedExchange | undefined {
    void version.value;
    const known = masked.get(id);
    const exchange = log.get(id);
    if (known !== undefined || exchange === undefined) return known;
    const shown = redactor.redact(exchange);
    masked.set(id, shown);
    return shown;
  }

  const isRevealed = (evidence: Evidence): boolean => revealed.value.some((each) => isSame(each, evidence));
  const captured = (flow: FlowOutline): readonly Exchange[] =>
    flow.exchanges.flatMap((id) => log.get(id) ?? []);

  const outlines = computed(() => {
    void version.value;
    return analyzer.outlines(parts.now());
  });

  return {
    outlines,
    flows: computed(() => outlines.value.filter(isJudged)),
    size: computed(() => {
      void version.value;
      return log.size + waiting.size - included.size;
    }),
    unread: computed(() => {
      void version.value;
      return waiting.size;
    }),
    revealed,
    change(added, removed) {
      removed.forEach(drop);
      added.forEach(add);
      changed();
    },
    replace(exchanges) {
      if (log.size + waiting.size > 0) {
        const kept = new Set([...included, ...exchanges.map(({ id }) => id)]);
        for (const id of [...log.keys(), ...waiting.keys()]) if (!kept.has(id)) drop(id);
      }
      for (const exchange of exchanges.toReversed()) waiting.set(exchange.id, exchange);
      read(waiting.size > slice ? firstSlice : slice);
    },
    include(exchange) {
      included.add(exchange.id);
      add(exchange);
      changed();
    },
    know(news) {
      analyzer.know(news);
      version.value += 1;
    },
    judgeBy(judge) {
      analyzer.judgeBy(judge);
      version.value += 1;
    },
    exchange: exchangeOf,
    facts(id) {
      const shown = exchangeOf(id);
      const exchange = log.get(id);
      if (shown === undefined || exchange === undefined) return [];
      if (revealed.value.length === 0) return factsOf(shown);
      return factsOf(shown).map((group) => ({
        ...group,
        facts: group.facts.map((fact) =>
          isRevealed(fact.at) ? { ...fact, value: valueAt(exchange, fact.at) ?? fact.value } : fact,
        ),
      }));
    },
    value(evidence) {
      const exchange = isRevealed(evidence) ? log.get(evidence.exchange) : exchangeOf(evidence.exchange);
      return exchange === undefined ? undefined : valueAt(exchange, evidence);
    },
    text: (text) => visibleLines(redactor.text(text)),
    appOf(flow) {
      const app = apps.get(flow) ?? appOf(flow, captured(flow));
      apps.set(flow, app);
      return app;
    },
    isOpenedBy: tabs.isOpenedBy,
    isRevealed,
    reveal: (evidence) => (revealed.value = [...revealed.value, evidence]),
    mask: (evidence) => (revealed.value = revealed.value.filter((each) => !isSame(each, evidence))),
    maskAll: () => (revealed.value = []),
    tick: () => (version.value += 1),
    captured,
    verifiable: (flow) =>
      [...log.values()].filter(({ id, url }) => flow.exchanges.includes(id) || mayBeKeys(url)),
    all: () => [...log.values()],
    unmasked(flow) {
      const own = captured(flow);
      const servers = new Set(own.map(({ url }) => originOf(url)));
      const metadata = [...log.values()].filter(
        ({ url }) => isMetadataUrl(url) && servers.has(originOf(url)),
      );
      return [...new Set([...metadata, ...own])];
    },
  };
}

/** Metadata, or a keys document by what servers call it. */
function mayBeKeys(url: string): boolean {
  return isMetadataUrl(url) || /(?:jwk|keys|certs)/i.test(url);
}

function isSame(one: Evidence, other: Evidence): boolean {
  return one.exchange === other.exchange && one.part === other.part && one.name === other.name;
}
