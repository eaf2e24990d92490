import type { JSX } from 'preact';
import type { Evidence, Proof } from '../../../engine/diagnosis/report.ts';
import { leftOutOnce } from '../../../engine/http/visible.ts';
import { AgeBar } from '../../components/AgeBar.tsx';
import { commonest } from '../../components/character-diff.ts';
import { DiffedText } from '../../components/DiffedText.tsx';
import { MaskedText } from '../../components/MaskedText.tsx';
import type { Recording } from '../../store/recording.ts';
import { RevealButton } from '../RevealButton.tsx';

interface Row {
  readonly label: string;
  readonly cell: JSX.Element;
  readonly at: Evidence;
}

/** A proof as a reader checks it: values aligned and what differs marked, or a code's age to scale. */
export function ProofView({
  recording,
  proof,
}: {
  readonly recording: Recording;
  readonly proof: Proof;
}): JSX.Element {
  const values = proof.rows.map(({ at }) => recording.value(at) ?? '(not captured)');
  switch (proof.kind) {
    case 'values':
      return <Rows recording={recording} rows={differing(proof.rows, values)} />;
    case 'authorities': {
      const names = proof.rows.map(({ authority }) => recording.text(authority));
      return <Rows recording={recording} rows={differing(proof.rows, names)} />;
    }
    case 'attempts':
      return (
        <Rows
          recording={recording}
          rows={proof.rows.map(({ label, at, result }, index) => ({
            label,
            at,
            cell: (
              <>
                <MaskedText text={values[index] ?? ''} />
                <span class="attempt">{recording.text(result)}</span>
              </>
            ),
          }))}
        />
      );
    case 'answer':
      return (
        <Rows
          recording={recording}
          rows={proof.rows.map(({ label, at }, index) => ({
            label,
            at,
            cell: (
              <span class="quote">
                <MaskedText text={leftOutOnce(values[index] ?? '')} />
              </span>
            ),
          }))}
        />
      );
    case 'age':
      return <AgeBar age={proof.age} lifetime={proof.lifetime} source={proof.lifetimeSource} />;
  }
}

function differing(
  rows: readonly { readonly label: string; readonly at: Evidence }[],
  values: readonly string[],
): readonly Row[] {
  const reference = commonest(values);
  return rows.map(({ label, at }, index) => ({
    label,
    at,
    cell: <DiffedText reference={reference} value={values[index] ?? ''} />,
  }));
}

function Rows({
  recording,
  rows,
}: {
  readonly recording: Recording;
  readonly rows: readonly Row[];
}): JSX.Element {
  return (
    <div class="scroll proof" tabIndex={0} role="region" aria-label="Proof">
      <table class="mono">
        <tbody>
          {rows.map(({ label, cell, at }, index) => (
            <tr key={`${index} ${label}`}>
              <th scope="row">{recording.text(label)}</th>
              <td>
                {cell}
                <RevealButton recording={recording} at={at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
