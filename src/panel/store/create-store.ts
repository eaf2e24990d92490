import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Analyzer } from '../../engine/analyze.ts';
import type { Evidence, FlowReport } from '../../engine/diagnosis/report.ts';
import type { Exchange } from '../../engine/http/exchange.ts';
import type { Redactor } from '../../engine/trace/redact.ts';
import type {
  CaptureStatus,
  Channel,
  PanelToWorker,
  Settings,
  WorkerToPanel,
} from '../../messaging/protocol.ts';
import { hasProblem, matchesFilter, parseFilter } from './filter.ts';
import { rowsOf, type FlowRow } from './flow-rows.ts';

/** What a store is made of; the panel and the viewer hand in different channels. */
export interface StoreParts {
  readonly channel: Channel<WorkerToPanel, PanelToWorker>;
  readonly analyzer: Analyzer;
  readonly redactor: Redactor;
  readonly valueAt: (exchange: Exchange, evidence: Evidence) => string | undefined;
  readonly now: () => number;
  /** The inspected tab; undefined in the viewer. */
  readonly tab: number | undefined;
}

/** The state of a panel. Views see masked exchanges and values only. */
export interface Store {
  readonly status: ReadonlySignal<CaptureStatus | undefined>;
  readonly flows: ReadonlySignal<readonly FlowReport[]>;
  readonly rows: ReadonlySignal<readonly FlowRow[]>;
  readonly selected: ReadonlySignal<FlowReport | undefined>;
  readonly filter: Signal<string>;
  readonly problemsOnly: Signal<boolean>;
  readonly thisTab: Signal<boolean>;
  readonly revealed: ReadonlySignal<ReadonlySet<string>>;
  select(flowId: string): void;
  exchange(id: string): Exchange | undefined;
  value(evidence: Evidence): string | undefined;
  text(text: string): string;
  reveal(evidence: Evidence): void;
  maskAll(): void;
  clear(): void;
  change(settings: Partial<Settings>): void;
}

/** Makes the store and subscribes it to the channel. */
export function createStore(parts: StoreParts): Store {
  const { channel, analyzer, redactor } = parts;
  const log = new Map<string, Exchange>();
  const version = signal(0);
  const status = signal<CaptureStatus | undefined>(undefined);
  const filter = signal('');
  const problemsOnly = signal(false);
  const thisTab = signal(parts.tab !== undefined);
  const chosen = signal<string | undefined>(undefined);
  const revealed = signal<ReadonlySet<string>>(new Set());
  let sequence = 0;

  function add(exchange: Exchange): void {
    log.set(exchange.id, exchange);
    redactor.learn(exchange);
    analyzer.ingest(exchange);
  }

  function drop(id: string): void {
    log.delete(id);
    analyzer.forget(id);
  }

  channel.onMessage((message) => {
    if (message.type === 'status') {
      status.value = message.status;
      return;
    }
    if (message.type === 'snapshot') {
      const kept = new Set(message.exchanges.map(({ id }) => id));
      for (const id of [...log.keys()]) if (!kept.has(id)) drop(id);
      message.exchanges.forEach(add);
      status.value = message.status;
    } else {
      if (message.sequence !== sequence + 1) {
        channel.send({ type: 'subscribe' });
        return;
      }
      message.removed.forEach(drop);
      message.exchanges.forEach(add);
    }
    sequence = message.sequence;
    version.value += 1;
  });
  channel.onConnect(() => channel.send({ type: 'subscribe' }));

  const flows = computed(() => {
    void version.value;
    return analyzer.report(parts.now()).flows;
  });
  const matching = computed(() => {
    const words = parseFilter(filter.value);
    return flows.value.filter(
      (flow) =>
        (!problemsOnly.value || hasProblem(flow)) &&
        (!thisTab.value || parts.tab === undefined || flow.tabs.includes(parts.tab)) &&
        (words.length === 0 || matchesFilter(words, searchable(flow))),
    );
  });

  function masked(id: string): Exchange | undefined {
    void version.value;
    const exchange = log.get(id);
    return exchange === undefined ? undefined : redactor.redact(exchange);
  }

  function searchable(
    flow: FlowReport,
  ): Readonly<Record<'client' | 'host' | 'error' | 'parameter', string[]>> {
    return {
      client: flow.clientId === undefined ? [] : [redactor.text(flow.clientId)],
      host: [flow.authority.host, flow.authority.providerName, flow.authority.tenant ?? ''],
      error: flow.verdict.answer?.error === undefined ? [] : [flow.verdict.answer.error],
      parameter: flow.exchanges.flatMap((id) => {
        const exchange = masked(id);
        return exchange === undefined ? [] : [exchange.url, exchange.requestBody?.text ?? ''];
      }),
    };
  }

  return {
    status,
    flows,
    filter,
    problemsOnly,
    thisTab,
    revealed,
    rows: computed(() => rowsOf(matching.value, (flow) => appOf(flow, log))),
    selected: computed(
      () => matching.value.find(({ id }) => id === chosen.value) ?? firstToShow(matching.value),
    ),
    select: (flowId) => (chosen.value = flowId),
    exchange: masked,
    value(evidence) {
      const exchange = revealed.value.has(keyOf(evidence))
        ? log.get(evidence.exchange)
        : masked(evidence.exchange);
      return exchange === undefined ? undefined : parts.valueAt(exchange, evidence);
    },
    text: (text) => redactor.text(text),
    reveal: (evidence) => (revealed.value = new Set([...revealed.value, keyOf(evidence)])),
    maskAll: () => (revealed.value = new Set()),
    clear: () => channel.send({ type: 'clear' }),
    change: (settings) => channel.send({ type: 'change_settings', settings }),
  };
}

function keyOf({ exchange, part, name }: Evidence): string {
  return `${exchange} ${part} ${name}`;
}

/** Until the user chooses: the newest failure, else the newest flow. */
function firstToShow(flows: readonly FlowReport[]): FlowReport | undefined {
  return flows.findLast(({ verdict }) => verdict.outcome === 'failed') ?? flows.at(-1);
}

/** The origin of the app: who started the flow, as far as the browser says. */
function appOf(flow: FlowReport, log: ReadonlyMap<string, Exchange>): string {
  const initiators = flow.exchanges.map((id) => log.get(id)?.initiator);
  const app = initiators.find((origin) => origin !== undefined && !origin.endsWith(flow.authority.host));
  return app ?? 'App not seen';
}
