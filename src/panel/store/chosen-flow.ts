import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { FlowOutline, FlowReport } from '../../engine/diagnosis/report.ts';
import { firstToShow } from './choice.ts';
import { isJudged } from './is-judged.ts';

/** Which flow is shown, and what came in since the reader settled on one. */
export interface ChosenFlow {
  /** The reader's choice, else the flow that asks for attention most. */
  readonly selected: ReadonlySignal<FlowOutline | undefined>;
  /** The same, once it is judged. */
  readonly judged: ReadonlySignal<FlowReport | undefined>;
  /** The flow that would be shown by itself, had nothing been chosen before it came. */
  readonly newer: ReadonlySignal<FlowOutline | undefined>;
  select(flowId: string): void;
  /** Keeps what is shown, since the reader is at work in it; what it returns ends that, unless there was a choice since. */
  hold(): () => void;
  /** Shows what asks for attention most, now and as flows come in. */
  follow(): void;
}

interface Choice {
  readonly id: string;
  /** The start of the flow that asked for attention most when the choice was made. */
  readonly since: number;
}

/** Chooses among the flows that the filters leave. */
export function createChosenFlow(flows: ReadonlySignal<readonly FlowOutline[]>): ChosenFlow {
  const choice = signal<Choice | undefined>(undefined);
  const first = computed(() => firstToShow(flows.value));
  const chosen = computed(() => flows.value.find(({ id }) => id === choice.value?.id));
  const selected = computed(() => chosen.value ?? first.value);
  const select = (id: string): void => {
    choice.value = { id, since: first.value?.startedAt ?? 0 };
  };
  return {
    selected,
    judged: computed(() => {
      const flow = selected.value;
      return flow !== undefined && isJudged(flow) ? flow : undefined;
    }),
    newer: computed(() => {
      if (chosen.value === undefined || choice.value === undefined || first.value === undefined)
        return undefined;
      const isNews = first.value.startedAt > choice.value.since && first.value.id !== choice.value.id;
      return isNews ? first.value : undefined;
    }),
    select,
    hold() {
      if (chosen.value !== undefined || first.value === undefined) return () => undefined;
      select(first.value.id);
      const held = choice.value;
      return () => {
        if (choice.value === held) choice.value = undefined;
      };
    },
    follow: () => (choice.value = undefined),
  };
}
