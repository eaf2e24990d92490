import type { JSX } from 'preact';
import type { FlowReport } from '../../../engine/diagnosis/report.ts';
import { DiffedText } from '../../components/DiffedText.tsx';
import { MaskedText } from '../../components/MaskedText.tsx';
import { clockWords } from '../../components/words.ts';
import { differencesOf, type Difference } from '../../store/compare.ts';
import type { Store } from '../../store/create-store.ts';

interface Props {
  readonly store: Store;
  readonly flow: FlowReport;
  readonly good: FlowReport;
}

/** A login that failed beside the last one that worked: only what differs. */
export function Compare({ store, flow, good }: Props): JSX.Element {
  const differences = differencesOf(flow, good, store.recording.value);
  return (
    <>
      <p>
        Compared with the{' '}
        <button class="link" onClick={() => store.select(good.id)}>
          login of {clockWords(good.startedAt, store.preferences.current.value.times)}
        </button>
        , which worked: same client, same server. One-time values such as <code>state</code> and{' '}
        <code>code</code> are left out.
      </p>
      {differences.length === 0 ? (
        <p>
          The app sent the same in both. So look at what changed outside of it: the registration at the
          server, the secret, the clock, the time between the steps.
        </p>
      ) : (
        differences.map((difference) => (
          <DifferenceView
            key={`${difference.step.label} ${difference.name}`}
            store={store}
            difference={difference}
          />
        ))
      )}
    </>
  );
}

function DifferenceView({
  store,
  difference,
}: {
  readonly store: Store;
  readonly difference: Difference;
}): JSX.Element {
  const { step, name, before, now } = difference;
  return (
    <section class="step" aria-label={`${step.label}: ${name}`}>
      <h2>
        <span class="mono">
          <MaskedText text={name} />
        </span>
        <span class="gap" />
        <button
          onClick={() => {
            store.selectStep(step);
            store.detailTab.value = 'sequence';
          }}
        >
          {step.label}
        </button>
      </h2>
      <table class="facts mono">
        <tbody>
          <tr>
            <th scope="row">when it worked</th>
            <td>{before === undefined ? <i class="soft">not sent</i> : <MaskedText text={before} />}</td>
          </tr>
          <tr>
            <th scope="row">this time</th>
            <td>
              {now === undefined ? (
                <i class="soft">not sent</i>
              ) : (
                <DiffedText reference={before ?? ''} value={now} />
              )}
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
