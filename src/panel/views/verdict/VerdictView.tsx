import { durationWords } from '../../../engine/http/duration-words.ts';
import type { JSX } from 'preact';
import type { Cause, FlowReport } from '../../../engine/diagnosis/report.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { MaskedText } from '../../components/MaskedText.tsx';
import { Sentence } from '../../components/Sentence.tsx';
import { SourceLinks } from '../../components/SourceLinks.tsx';
import { confidenceMeaning, confidenceWords, kindWords, outcomeWords } from '../../components/words.ts';
import type { Store } from '../../store/create-store.ts';
import { hasProblem } from '../../store/filter.ts';
import type { Recording } from '../../store/recording.ts';
import { OtherCauses, RuledOutCauses } from './OtherCauses.tsx';
import { ProofView } from './ProofView.tsx';

/** What happened, the proof, and what to change: the first thing read. */
export function VerdictView(props: {
  readonly store: Store;
  readonly flow: FlowReport;
  /** Whether there is a login that worked to compare with. */
  readonly hasGood: boolean;
}): JSX.Element {
  const { store, flow, hasGood } = props;
  const recording = store.recording.value;
  const { verdict } = flow;
  const [best, ...others] = verdict.causes;
  return (
    <section class={`verdict ${verdict.outcome}`} aria-label="Verdict">
      <h1>
        <MaskedText text={recording.text(verdict.sentence)} />
      </h1>
      <Answer recording={recording} flow={flow} best={best} />
      {best?.proof !== undefined && <ProofView recording={recording} proof={best.proof} />}
      {best !== undefined && (
        <p class="fix">
          <b>Fix</b>
          <span>
            <Sentence text={recording.text(best.fix)} /> <SourceLinks sources={best.sources} />
          </span>
        </p>
      )}
      {best?.decidedBy !== undefined && (
        <p class="soft">
          To be sure: <Sentence text={recording.text(best.decidedBy)} />
        </p>
      )}
      {flow.unseen.map(({ id, sentence }) => (
        <p key={id} class="unseen-note">
          <b>Not seen</b>{' '}
          <span>
            <Sentence text={recording.text(sentence)} />
          </span>
        </p>
      ))}
      <OtherCauses recording={recording} causes={others} />
      <RuledOutCauses recording={recording} ruledOut={verdict.ruledOut} />
      {isForSupport(flow) && (
        <p class="actions">
          <CopyButton
            className={verdict.outcome === 'succeeded' ? 'boxed' : 'boxed primary'}
            text={async () => (await store.share([flow], { format: 'markdown' })).text}
            title="Copies this verdict, its proof and the steps as Markdown, without secrets"
          >
            Copy for support
          </CopyButton>
          {hasGood && (
            <button class="boxed" onClick={() => (store.detailTab.value = 'compare')}>
              Compare with last good login
            </button>
          )}
        </p>
      )}
    </section>
  );
}

/** Whether there is something to ask support about; what went well can still be copied from the toolbar. */
function isForSupport(flow: FlowReport): boolean {
  const { outcome } = flow.verdict;
  return outcome !== 'in_progress' && (outcome !== 'succeeded' || hasProblem(flow));
}

/** Who answered what, and how sure the sentence above is. */
function Answer(props: {
  readonly recording: Recording;
  readonly flow: FlowReport;
  readonly best: Cause | undefined;
}): JSX.Element {
  const { recording, flow, best } = props;
  const { answer, outcome } = flow.verdict;
  const said = [answer?.status, answer?.error].filter((part) => part !== undefined).join(' ');
  return (
    <p class="answer soft">
      {best === undefined ? (
        <span class={`chip ${outcome}`}>{outcomeWords[outcome]}</span>
      ) : (
        <span class={`chip ${best.confidence}`} title={confidenceMeaning[best.confidence]}>
          {confidenceWords(best)}
        </span>
      )}{' '}
      {answer === undefined ? (
        recording.text(factsLine(flow))
      ) : (
        <>
          {recording.text(answerer(flow))}{' '}
          {said === '' ? (
            'gave no answer that could be read'
          ) : (
            <>
              answered <code>{recording.text(said)}</code>
            </>
          )}
        </>
      )}
    </p>
  );
}

/** The host whose answer is quoted: in a mix-up of servers not the one that the login began at. */
function answerer({ verdict, steps, authority }: FlowReport): string {
  const step = steps.find(({ exchange }) => exchange === verdict.answer?.exchange);
  return (step?.authority ?? authority).host;
}

/** What a reader wants to know of a login that needs no answer quoted. */
function factsLine({ authority, clientId, pkce, kind, startedAt, endedAt }: FlowReport): string {
  const { providerName, host, tenant } = authority;
  return [
    providerName === host ? host : `${providerName} at ${host}`,
    ...(tenant === undefined ? [] : [`tenant ${tenant}`]),
    ...(clientId === undefined ? [] : [`client ${clientId}`]),
    pkce === 'S256' ? `${kindWords[kind]} + PKCE` : kindWords[kind],
    ...(endedAt === undefined ? [] : [durationWords(endedAt - startedAt)]),
  ].join(' · ');
}
