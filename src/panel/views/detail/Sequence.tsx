import { useSignal, type Signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import type { FlowReport } from '../../../engine/diagnosis/report.ts';
import { SequenceChart } from '../../components/sequence/SequenceChart.tsx';
import type { Store } from '../../store/create-store.ts';
import { sequenceOf, stepKey } from '../../store/sequence-of.ts';
import { printPage } from './print-page.ts';
import { StepDetail } from './StepDetail.tsx';

/** The chart of the messages, and the chosen one decoded beside or below it. */
export function Sequence({ store, flow }: { readonly store: Store; readonly flow: FlowReport }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const width = useSignal(560);
  const room = useSignal(500);
  const step = store.step.value;
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const measure = (): void => {
      if (element.clientWidth > 0) width.value = Math.min(760, element.clientWidth);
      room.value = roomFor(element);
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  function selectRow(rowId: string): void {
    const chosen = flow.steps.find((each) => stepKey(each) === rowId);
    if (chosen !== undefined) store.selectStep(chosen);
  }
  return (
    <div class="sequence-and-step">
      <div ref={place} class="sequence-place">
        <div class="chart-bar">
          <Switch
            on={store.fitted}
            words="Fit"
            why="The whole chart at once, as small as it takes"
            onTurn={() => place.current?.scrollIntoView({ block: 'nearest' })}
          />
          <Switch on={store.toScale} words="Times to scale" />
          {flow.steps.some(({ foldedHops }) => foldedHops > 0) && (
            <Switch on={store.unfolded} words="All redirects" />
          )}
          <span class="gap" />
          <button title="Prints the verdict, the chart and the chosen step, masked" onClick={printPage}>
            Print
          </button>
        </div>
        <SequenceChart
          model={sequenceOf(flow, store.recording.value, store.unfolded.value)}
          width={width.value}
          toScale={store.toScale.value}
          fitInto={store.fitted.value ? room.value : undefined}
          selected={step === undefined ? undefined : stepKey(step)}
          onSelect={selectRow}
        />
      </div>
      {step !== undefined && <StepDetail store={store} flow={flow} step={step} />}
    </div>
  );
}

/** The height left for a chart below the tabs, which stay in view, and its own bar. */
function roomFor(element: Element): number {
  const pane = element.closest('.detail')?.clientHeight ?? 0;
  return Math.max(200, pane - 90);
}

function Switch(props: {
  readonly on: Signal<boolean>;
  readonly words: string;
  readonly why?: string;
  readonly onTurn?: () => void;
}): JSX.Element {
  const { on, words, why, onTurn } = props;
  return (
    <button
      aria-pressed={on.value}
      title={why}
      onClick={() => {
        on.value = !on.value;
        if (on.value) onTurn?.();
      }}
    >
      {words}
    </button>
  );
}
