import type { JSX } from 'preact';
import type { FlowReport } from '../../../engine/diagnosis/report.ts';
import { clockWords, durationWords, kindWords, outcomeWords } from '../../components/words.ts';
import { problemCount } from '../../store/filter.ts';
import type { Store } from '../../store/create-store.ts';

const mark = {
  succeeded: '✓',
  failed: '✕',
  abandoned: '–',
  in_progress: '…',
  handed_to_server: '→',
} as const;

interface Props {
  readonly store: Store;
  readonly flow: FlowReport;
  readonly depth: number;
  readonly selected: boolean;
}

/** One flow in the list. */
export function FlowItem({ store, flow, depth, selected }: Props): JSX.Element {
  const { providerName, tenant, host } = flow.authority;
  const problems = problemCount(flow);
  const words = [
    outcomeWords[flow.verdict.outcome],
    flow.pkce === 'S256' ? `${kindWords[flow.kind]} + PKCE` : kindWords[flow.kind],
    ...(flow.endedAt === undefined ? [] : [durationWords(flow.endedAt - flow.startedAt)]),
    ...(problems === 0 ? [] : [`${problems} problem${problems === 1 ? '' : 's'}`]),
    ...(flow.refreshes === 0 ? [] : [`↻ ${flow.refreshes}`]),
  ];
  return (
    <div
      id={`flow-${flow.id}`}
      class="flow"
      role="option"
      aria-selected={selected}
      style={{ paddingLeft: 10 + depth * 18 }}
      onClick={() => store.select(flow.id)}
    >
      <span class={`mark ${flow.verdict.outcome}`} aria-hidden="true">
        {mark[flow.verdict.outcome]}
      </span>
      <span class="who">{store.text(`${providerName} · ${tenant ?? host}`)}</span>
      <time>{clockWords(flow.startedAt, 'local')}</time>
      <span class="what">{words.join(' · ')}</span>
    </div>
  );
}
