import type { JSX } from 'preact';
import type { Cause, FlowReport, Source } from '../../../engine/diagnosis/report.ts';
import { confidenceWords } from '../../components/words.ts';
import type { Store } from '../../store/create-store.ts';
import { ProofView } from './ProofView.tsx';

/** What happened, the proof, and what to change: the first thing read. */
export function VerdictView({
  store,
  flow,
}: {
  readonly store: Store;
  readonly flow: FlowReport;
}): JSX.Element {
  const { verdict, authority } = flow;
  const [best, ...others] = verdict.causes;
  return (
    <section class={`verdict ${verdict.outcome}`} aria-label="Verdict">
      <h1 aria-live="polite">{store.text(verdict.sentence)}</h1>
      {verdict.answer !== undefined && (
        <p class="soft">
          {authority.providerName} answered{' '}
          <code>{store.text([verdict.answer.status, verdict.answer.error].filter(Boolean).join(' '))}</code>{' '}
          {best !== undefined && <span class={`chip ${best.confidence}`}>{confidenceWords(best)}</span>}
        </p>
      )}
      {best?.proof !== undefined && <ProofView store={store} proof={best.proof} />}
      {best !== undefined && <Fix store={store} cause={best} />}
      {flow.unseen.map(({ id, sentence }) => (
        <p key={id} class="soft">
          Not seen: {store.text(sentence)}
        </p>
      ))}
      {others.length > 0 && (
        <details>
          <summary>Other causes ({others.length})</summary>
          {others.map((cause) => (
            <p key={cause.id}>
              <b>{confidenceWords(cause)}:</b> {store.text(cause.sentence)}{' '}
              {cause.decidedBy !== undefined && (
                <span class="soft">What would decide it: {store.text(cause.decidedBy)}</span>
              )}
            </p>
          ))}
        </details>
      )}
      {verdict.ruledOut.length > 0 && (
        <details class="soft">
          <summary>Ruled out: {verdict.ruledOut.map(({ label }) => store.text(label)).join(', ')}</summary>
          {verdict.ruledOut.map(({ label, reason }) => (
            <p key={label}>
              {store.text(label)}: {store.text(reason)}
            </p>
          ))}
        </details>
      )}
    </section>
  );
}

function Fix({ store, cause }: { readonly store: Store; readonly cause: Cause }): JSX.Element {
  return (
    <p class="fix">
      <b>Fix</b>
      {store.text(cause.fix)} <Sources sources={cause.sources} />
    </p>
  );
}

/** Links to what a statement rests on. */
export function Sources({ sources }: { readonly sources: readonly Source[] }): JSX.Element {
  return (
    <>
      {sources.map(({ title, url }, index) => (
        <span key={url}>
          {index > 0 && ' · '}
          <a href={url} target="_blank" rel="noopener noreferrer">
            {title}
          </a>
        </span>
      ))}
    </>
  );
}
