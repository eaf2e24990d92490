import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { FlowReport } from '../../../engine/diagnosis/report.ts';
import type { Store } from '../../store/create-store.ts';
import { Sources, VerdictView } from '../verdict/VerdictView.tsx';
import { Steps } from './Steps.tsx';

const tabs = ['steps', 'findings', 'unseen', 'raw'] as const;

/** One flow: the verdict, then what it rests on. */
export function Detail({ store, flow }: { readonly store: Store; readonly flow: FlowReport }): JSX.Element {
  const tab = useSignal<(typeof tabs)[number]>('steps');
  const title = {
    steps: 'Steps',
    findings: `Findings ${flow.findings.length}`,
    unseen: `Not seen ${flow.unseen.length}`,
    raw: 'Raw',
  };
  function turn(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = step === 0 ? undefined : tabs.at((tabs.indexOf(tab.value) + step) % tabs.length);
    if (next === undefined) return;
    tab.value = next;
    document.getElementById(`tab-${next}`)?.focus();
  }
  return (
    <>
      <VerdictView store={store} flow={flow} />
      <div class="tabs" role="tablist" aria-label="Details" onKeyDown={turn}>
        {tabs.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            role="tab"
            aria-selected={tab.value === name}
            aria-controls="tab-body"
            tabIndex={tab.value === name ? 0 : -1}
            onClick={() => (tab.value = name)}
          >
            {title[name]}
          </button>
        ))}
      </div>
      <div id="tab-body" class="tab-body" role="tabpanel" aria-labelledby={`tab-${tab.value}`} tabIndex={0}>
        {tab.value === 'steps' && <Steps store={store} flow={flow} />}
        {tab.value === 'findings' && <Findings store={store} flow={flow} />}
        {tab.value === 'unseen' &&
          flow.unseen.map(({ id, sentence }) => <p key={id}>{store.text(sentence)}</p>)}
        {tab.value === 'unseen' && flow.unseen.length === 0 && <p>Everything of this flow was seen.</p>}
        {tab.value === 'raw' && (
          <pre>
            {JSON.stringify(
              flow.exchanges.map((id) => store.exchange(id)),
              null,
              2,
            )}
          </pre>
        )}
      </div>
    </>
  );
}

function Findings({ store, flow }: { readonly store: Store; readonly flow: FlowReport }): JSX.Element {
  if (flow.findings.length === 0) return <p>No rule failed.</p>;
  return (
    <>
      {flow.findings.map(({ rule, severity, title, why, fix, sources }) => (
        <section key={rule}>
          <h2>{store.text(title)}</h2>
          <p class="soft">
            {severity} · {store.text(why)}
          </p>
          <p class="fix">
            <b>Fix</b>
            {store.text(fix)} <Sources sources={sources} />
          </p>
        </section>
      ))}
    </>
  );
}
