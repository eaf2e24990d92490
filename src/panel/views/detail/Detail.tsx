import type { JSX } from 'preact';
import type { FlowReport } from '../../../engine/diagnosis/report.ts';
import { detailTabs, type Store } from '../../store/create-store.ts';
import { tokensOf } from '../../store/tokens-of.ts';
import { VerdictView } from '../verdict/VerdictView.tsx';
import { Findings } from './Findings.tsx';
import { NotSeen } from './NotSeen.tsx';
import { Raw } from './Raw.tsx';
import { Sequence } from './Sequence.tsx';
import { Tokens } from './Tokens.tsx';

/** One flow: the verdict, then what it rests on. */
export function Detail({ store, flow }: { readonly store: Store; readonly flow: FlowReport }): JSX.Element {
  const recording = store.recording.value;
  const tab = store.detailTab.value;
  const tokens = tokensOf(flow, recording);
  return (
    <>
      <VerdictView recording={recording} flow={flow} />
      <TabList store={store} flow={flow} tokenCount={tokens.length} />
      <div id="tab-body" class="tab-body" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        {tab === 'sequence' && <Sequence store={store} flow={flow} />}
        {tab === 'findings' && <Findings store={store} flow={flow} />}
        {tab === 'tokens' && <Tokens store={store} flow={flow} tokens={tokens} />}
        {tab === 'unseen' && <NotSeen recording={recording} flow={flow} />}
        {tab === 'raw' && <Raw recording={recording} flow={flow} />}
      </div>
    </>
  );
}

function TabList(props: {
  readonly store: Store;
  readonly flow: FlowReport;
  readonly tokenCount: number;
}): JSX.Element {
  const { store, flow } = props;
  const tab = store.detailTab;
  const titles: Readonly<
    Record<(typeof detailTabs)[number], { readonly words: string; readonly count?: number }>
  > = {
    sequence: { words: 'Sequence' },
    findings: { words: 'Findings', count: flow.findings.length },
    tokens: { words: 'Tokens', count: props.tokenCount },
    unseen: { words: 'Not seen', count: flow.unseen.length },
    raw: { words: 'Raw' },
  };
  function turn(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next =
      step === 0 ? undefined : detailTabs.at((detailTabs.indexOf(tab.value) + step) % detailTabs.length);
    if (next === undefined) return;
    tab.value = next;
    document.getElementById(`tab-${next}`)?.focus();
  }
  return (
    <div class="tabs" role="tablist" aria-label="Details" onKeyDown={turn}>
      {detailTabs.map((name) => {
        const { words, count } = titles[name];
        return (
          <button
            key={name}
            id={`tab-${name}`}
            role="tab"
            aria-selected={tab.value === name}
            aria-controls="tab-body"
            tabIndex={tab.value === name ? 0 : -1}
            onClick={() => (tab.value = name)}
          >
            {words}
            {count !== undefined && <span class="count">{count}</span>}
          </button>
        );
      })}
    </div>
  );
}
