import type { JSX } from 'preact';
import type { Evidence, Finding, FlowReport } from '../../../engine/diagnosis/report.ts';
import { DocLink } from '../../components/DocLink.tsx';
import { MaskedText } from '../../components/MaskedText.tsx';
import { Sentence } from '../../components/Sentence.tsx';
import { SourceLinks } from '../../components/SourceLinks.tsx';
import type { Store } from '../../store/create-store.ts';

/** The rules that failed, each with where, why and what to change. */
export function Findings({ store, flow }: { readonly store: Store; readonly flow: FlowReport }): JSX.Element {
  if (flow.findings.length === 0) return <p>No rule failed.</p>;
  return (
    <>
      {flow.findings.map((finding, index) => (
        <FindingView key={`${index} ${finding.rule}`} store={store} flow={flow} finding={finding} />
      ))}
    </>
  );
}

function FindingView(props: {
  readonly store: Store;
  readonly flow: FlowReport;
  readonly finding: Finding;
}): JSX.Element {
  const { store, flow, finding } = props;
  const recording = store.recording.value;
  return (
    <section class={`finding ${finding.severity}`}>
      <h2>
        <span class={`tag ${finding.severity}`}>{finding.severity}</span> {recording.text(finding.title)}
      </h2>
      <p class="soft">
        <Sentence text={recording.text(finding.why)} />
      </p>
      {finding.evidence.length > 0 && (
        <ul class="places mono">
          {finding.evidence.map((at, index) => (
            <li key={index}>
              <Place store={store} flow={flow} at={at} />
            </li>
          ))}
        </ul>
      )}
      <p class="fix">
        <b>Fix</b>
        <span>
          <Sentence text={recording.text(finding.fix)} /> <SourceLinks sources={finding.sources} />
        </span>
      </p>
      <p class="soft mono">
        <DocLink docs={store.around.docs} page={`rules.html#${finding.rule}`}>
          {finding.rule}
        </DocLink>
      </p>
    </section>
  );
}

/** Where a fact stands, as a way there. */
function Place(props: {
  readonly store: Store;
  readonly flow: FlowReport;
  readonly at: Evidence;
}): JSX.Element {
  const { store, flow, at } = props;
  const index = flow.steps.findIndex(({ exchange }) => exchange === at.exchange);
  const step = flow.steps[index];
  const value = store.recording.value.value(at);
  return (
    <>
      {step === undefined ? (
        <span class="soft">another exchange</span>
      ) : (
        <button
          class="link"
          onClick={() => {
            store.selectStep(step);
            store.detailTab.value = 'sequence';
          }}
        >
          Step {index + 1}, {step.label}
        </button>
      )}{' '}
      <MaskedText text={at.name} />{' '}
      {value !== undefined && at.name !== '' && <MaskedText text={`= ${value}`} />}
    </>
  );
}
