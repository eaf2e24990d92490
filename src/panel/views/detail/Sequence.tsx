import { useSignal, type Signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import type { FlowReport } from '../../../engine/diagnosis/report.ts';
import { SequenceChart } from '../../components/sequence/SequenceChart.tsx';
import type { Store } from '../../store/create-store.ts';
import { sequenceOf, stepKey } from '../../store/sequence-of.ts';
import { StepDetail } from './StepDetail.tsx';

/** The chart of the messages, and the chosen one decoded beside or below it. */
export function Sequence({ store, flow }: { readonly store: Store; readonly flow: FlowReport }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const width = useSignal(560);
  const step = store.step.value;
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const measure = (): void => {
      if (element.clientWidth > 0) width.value = Math.min(760, element.clientWidth);
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
          <Switch on={store.toScale} words="Times to scale" />
          {flow.steps.some(({ foldedHops }) => foldedHops > 0) && (
            <Switch on={store.unfolded} words="All redirects" />
          )}
          <span class="gap" />
          <button
            title="Prints the verdict, the chart and the chosen step, masked"
            onClick={() => globalThis.print()}
          >
            Print
          </button>
        </div>
        <SequenceChart
          model={sequenceOf(flow, store.recording.value, store.unfolded.value)}
          width={width.value}
          toScale={store.toScale.value}
          selected={step === undefined ? undefined : stepKey(step)}
          onSelect={selectRow}
        />
      </div>
      {step !== undefined && <StepDetail store={store} flow={flow} step={step} />}
    </div>
  );
}

function Switch({ on, words }: { readonly on: Signal<boolean>; readonly words: string }): JSX.Element {
  return (
    <button aria-pressed={on.value} onClick={() => (on.value = !on.value)}>
      {words}
    </button>
  );
}
