import type { JSX } from 'preact';
import type { FlowReport } from '../../../engine/diagnosis/report.ts';
import { lastGoodLogin } from '../../store/compare.ts';
import type { Store } from '../../store/create-store.ts';
import { tokensOf } from '../../store/tokens-of.ts';
import { VerdictView } from '../verdict/VerdictView.tsx';
import { Compare } from './Compare.tsx';
import { Findings } from './Findings.tsx';
import { NotSeen } from './NotSeen.tsx';
import { Raw } from './Raw.tsx';
import { Sequence } from './Sequence.tsx';
import { TabList, type TabTitle } from './TabList.tsx';
import { Tokens } from './Tokens.tsx';

export interface DetailProps {
  readonly store: Store;
  readonly flow: FlowReport;
}

/** One flow: the verdict, then what it rests on. */
export function Detail({ store, flow }: DetailProps): JSX.Element {
  const recording = store.recording.value;
  const tokens = tokensOf(flow, recording);
  const good = lastGoodLogin(flow, recording.flows.value);
  const tabs: readonly TabTitle[] = [
    { name: 'sequence', words: 'Sequence' },
    { name: 'findings', words: 'Findings', count: flow.findings.length },
    ...(good === undefined ? [] : [{ name: 'compare', words: 'Compare' } as const]),
    { name: 'tokens', words: 'Tokens', count: tokens.length },
    { name: 'unseen', words: 'Not seen', count: flow.unseen.length },
    { name: 'raw', words: 'Raw' },
  ];
  const wanted = store.detailTab.value;
  const tab = tabs.some(({ name }) => name === wanted) ? wanted : 'sequence';
  return (
    <>
      <VerdictView store={store} flow={flow} hasGood={good !== undefined} />
      <TabList store={store} tabs={tabs} current={tab} />
      <div id="tab-body" class="tab-body" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        {tab === 'sequence' && <Sequence store={store} flow={flow} />}
        {tab === 'findings' && <Findings store={store} flow={flow} />}
        {tab === 'compare' && good !== undefined && <Compare store={store} flow={flow} good={good} />}
        {tab === 'tokens' && <Tokens key={flow.id} store={store} flow={flow} tokens={tokens} good={good} />}
        {tab === 'unseen' && <NotSeen store={store} flow={flow} />}
        {tab === 'raw' && <Raw recording={recording} flow={flow} />}
      </div>
    </>
  );
}
