import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { FlowOutline, FlowReport, SignatureCheck, Step } from '../../engine/diagnosis/report.ts';
import { isProblem } from '../../engine/http/problem.ts';
import { visible } from '../../engine/http/visible.ts';
import type { CaptureStatus, Settings } from '../../messaging/protocol.ts';
import { firstStep } from './choice.ts';
import { createChosenFlow, type ChosenFlow } from './chosen-flow.ts';
import type { Explanations } from './explaining.ts';
import { createFileReading, type FileReading } from './file-reading.ts';
import { fetchDiscovery, pasteDiscovery, type DiscoveryResult } from './discovery.ts';
import { hasProblem, matchesFilter, parseFilter } from './filter.ts';
import type { ShareChoice, SharedFile } from './share.ts';
import type { StoreParts, Surroundings } from './store-parts.ts';
import { rowsOf, type FlowRow } from './flow-rows.ts';
import { inNetworkPanel, type InNetwork } from './in-network-panel.ts';
import { followWorker } from './live-recording.ts';
import { createNews } from './news.ts';
import { createNeeded, type Needed } from './on-demand.ts';
import { createPreferences, type PreferenceStore } from './preferences.ts';
import { createRecording, type Recording } from './recording.ts';
import { suggestionsOf } from './suggestions.ts';
import { createRegistrations, type Registrations } from './registrations.ts';
import { createSwitches, type Switches } from './switches.ts';
import { createSuccesses, type Successes } from './successes.ts';
import { searchableOf } from './searchable.ts';

/** The parts of a flow's detail that a reader turns to. */
export type DetailTab = 'sequence' | 'findings' | 'compare' | 'tokens' | 'unseen' | 'raw';

/** A file shown in place of the live log. */
interface OpenFile {
  readonly name: string;
  readonly recording: Recording;
}

/** The state of a panel. */
export interface Store extends Switches, ChosenFlow {
  /** Shows a flow from its first step worth reading, or from the one that is given. */
  select(flowId: string, step?: Step): void;
  readonly around: Surroundings;
  readonly status: ReadonlySignal<CaptureStatus | undefined>;
  /** What is on screen: the live log, or a file. */
  readonly recording: ReadonlySignal<Recording>;
  /** Name of the file on screen; undefined when live. */
  readonly fileName: ReadonlySignal<string | undefined>;
  /** Why what was asked for last could not be done, such as to read a file. */
  readonly problem: Signal<string | undefined>;
  readonly rows: ReadonlySignal<readonly FlowRow[]>;
  readonly step: ReadonlySignal<Step | undefined>;
  /** What names and values mean. */
  readonly explanations: Explanations;
  readonly detailTab: Signal<DetailTab>;
  readonly filter: Signal<string>;
  readonly problemsOnly: Signal<boolean>;
  readonly thisTab: Signal<boolean>;
  /** Width that the user gave the list of flows where it stands beside the detail, pixels; undefined: it goes by the window's. */
  readonly listWidth: Signal<number | undefined>;
  readonly dialog: Signal<'help' | 'settings' | 'share' | 'picture' | undefined>;
  /** Filters that would find something. */
  readonly suggestions: ReadonlySignal<readonly string[]>;
  /** The latest change of a verdict, for readers who do not see the screen. */
  readonly news: ReadonlySignal<string>;
  /** Goes to the flow above or below in the list. */
  selectBeside(distance: number): void;
  selectStep(step: Step): void;
  readonly inNetwork: InNetwork;
  openFile(name: string, text: string): Promise<void>;
  readonly files: FileReading;
  readonly needed: Needed;
  /** Shows the login that we ship as an example; undefined where there is none. */
  readonly openExample: (() => Promise<void>) | undefined;
  backToLive(): void;
  /** These flows as a file; without a choice as a redacted trace. */
  share(flows: readonly FlowReport[], choice?: Partial<ShareChoice>): Promise<SharedFile>;
  /** Names in these flows whose masked values the user may choose to keep. */
  keepableNames(flows: readonly FlowReport[]): Promise<readonly string[]>;
  /** Adds a discovery document that was pasted to what is on screen. */
  pasteDiscovery(text: string): DiscoveryResult;
  /** Fetches the discovery document of an issuer and adds it to what is on screen. */
  fetchDiscovery(issuer: string): Promise<DiscoveryResult>;
  /** What became of the signatures of a flow's tokens, by the keys that were recorded. */
  signaturesOf(flow: FlowReport): Promise<readonly SignatureCheck[]>;
  readonly registrations: Registrations;
  readonly successes: Successes;
  readonly preferences: PreferenceStore;
  clear(): void;
  /** To be called now and then: time alone can end a login. */
  tick(): void;
  change(settings: Partial<Settings>): void;
}

/** Makes the store and subscribes it to the channel. */
export function createStore(parts: StoreParts): Store {
  const { channel, readExample } = parts;
  const live = createRecording(parts.recordingParts());
  const file = signal<OpenFile | undefined>(undefined);
  const problem = signal<string | undefined>(undefined);
  const recording = computed(() => file.value?.recording ?? live);

  const needed = createNeeded(problem);
  if (parts.judge !== undefined) void needed(parts.judge).then(live.judgeBy, () => undefined);

  const registrations = createRegistrations(parts.registrationMemory, (all) =>
    [live, file.value?.recording].forEach((each) => each?.know({ registrations: all })),
  );
  const preferences = createPreferences(parts.preferenceMemory, (lifetimes) =>
    [live, file.value?.recording].forEach((each) => each?.know({ lifetimes })),
  );
  const successes = createSuccesses(parts.successMemory, (all) => live.know({ successes: all }));
  effect(() => {
    if (successes.isOn.value) void successes.note(live.flows.value);
  });
  const filter = signal('');
  const problemsOnly = signal(false);
  const thisTab = signal(parts.tab !== undefined);
  const chosenStep = signal<Step | undefined>(undefined);
  const news = signal('');

  const latestNews = createNews(live);
  const status = followWorker(channel, live, () => {
    news.value = latestNews() ?? news.value;
  });

  const matching = computed(() => {
    const words = parseFilter(filter.value);
    const { tab } = parts;
    const isOfTab = (flow: FlowOutline): boolean =>
      tab === undefined ||
      file.value !== undefined ||
      flow.tabs.some((each) => each === tab || live.isOpenedBy(each, tab));
    return recording.value.outlines.value.filter(
      (flow) =>
        (!problemsOnly.value || hasProblem(flow)) &&
        (!thisTab.value || isOfTab(flow)) &&
        (words.length === 0 || matchesFilter(words, searchableOf(flow, recording.value))),
    );
  });
  const chosen = createChosenFlow(matching);
  const { selected } = chosen;

  const rows = computed(() => rowsOf(matching.value, recording.value.appOf));

  function show(next: OpenFile | undefined): void {
    chosen.follow();
    chosenStep.value = undefined;
    file.value = next;
  }

  function refuseFile(name: string, reason: string): void {
    problem.value = visible(`${name} cannot be read: ${reason}`);
  }

  async function openFile(name: string, text: string): Promise<void> {
    const [{ fromFile }, judge] = await needed(
      Promise.all([import('../../engine/trace/from-file.ts'), parts.judge]),
    );
    const exchanges = fromFile(text, name);
    if (isProblem(exchanges)) {
      refuseFile(name, `${exchanges.reason} (${exchanges.place})`);
      return;
    }
    const opened = createRecording({ ...parts.recordingParts(), now: () => undefined });
    opened.know({
      registrations: registrations.all.value,
      lifetimes: preferences.current.value.lifetimes,
    });
    if (judge !== undefined) opened.judgeBy(judge);
    opened.replace(exchanges);
    problem.value = undefined;
    show({ name: visible(name), recording: opened });
  }

  return {
    around: {
      recorder: channel !== undefined,
      tab: parts.tab !== undefined,
      network: parts.fetchDocument !== undefined,
      docs: parts.docs,
    },
    status,
    recording,
    fileName: computed(() => file.value?.name),
    problem,
    rows,
    ...chosen,
    select(flowId, step) {
      chosenStep.value = step;
      chosen.select(flowId);
    },
    step: computed(() => {
      const flow = selected.value;
      if (flow === undefined) return undefined;
      const { exchange, message } = chosenStep.value ?? { exchange: '', message: '' };
      return (
        flow.steps.find((step) => step.exchange === exchange && step.message === message) ?? firstStep(flow)
      );
    }),
    explanations: parts.explanations,
    detailTab: signal<DetailTab>('sequence'),
    ...createSwitches(),
    filter,
    problemsOnly,
    thisTab,
    listWidth: signal<number | undefined>(undefined),
    dialog: signal<'help' | 'settings' | 'share' | 'picture' | undefined>(undefined),
    suggestions: computed(() => suggestionsOf(recording.value)),
    news,
    selectBeside(distance) {
      const ids = rows.value.filter(({ kind }) => kind === 'flow').map(({ id }) => id);
      const next = ids[ids.indexOf(selected.value?.id ?? '') + distance];
      if (next !== undefined) chosen.select(next);
    },
    selectStep: (step) => (chosenStep.value = step),
    inNetwork: (exchange) => (file.value === undefined ? inNetworkPanel(exchange, parts) : undefined),
    openFile,
    needed,
    files: createFileReading(openFile, refuseFile),
    openExample: readExample && (async () => openFile('Example login', await readExample())),
    backToLive: () => show(undefined),
    async share(flows, choice) {
      const shown = recording.value;
      const { shareFlows, usualChoice } = await needed(import('./share.ts'));
      return shareFlows(flows, shown, { ...usualChoice, ...choice }, parts.shareParts);
    },
    async keepableNames(flows) {
      const shown = recording.value;
      return (await needed(import('./share.ts'))).keepableNames(flows, shown);
    },
    async signaturesOf(flow) {
      const { verifySignatures } = await needed(import('../../engine/signatures.ts'));
      return verifySignatures(flow, recording.value.verifiable(flow));
    },
    registrations,
    successes,
    preferences,
    pasteDiscovery: (text) => pasteDiscovery(text, selected.value?.startedAt ?? 0, recording.value),
    fetchDiscovery: (issuer) =>
      fetchDiscovery(issuer, selected.value?.startedAt ?? 0, recording.value, parts.fetchDocument),
    tick: () => {
      const underWay = live.outlines.peek().some(({ verdict }) => verdict.outcome === 'in_progress');
      if (underWay) live.tick();
    },
    clear: () => channel?.send({ type: 'clear' }),
    change: (settings) => channel?.send({ type: 'change_settings', settings }),
  };
}
