import type { JSX } from 'preact';
import type { Proof } from '../../../engine/diagnosis/report.ts';
import { commonest, diffCharacters } from '../../components/character-diff.ts';
import { durationWords } from '../../components/words.ts';
import type { Store } from '../../store/create-store.ts';

/** A proof as a table: values aligned, what differs marked. */
export function ProofView({ store, proof }: { readonly store: Store; readonly proof: Proof }): JSX.Element {
  const values = proof.rows.map(({ at }) => store.value(at) ?? '(not captured)');
  switch (proof.kind) {
    case 'values':
      return <Rows labels={proof.rows.map(({ label }) => label)} cells={marked(values)} />;
    case 'authorities': {
      const names = proof.rows.map(({ authority }) => store.text(authority));
      return <Rows labels={proof.rows.map(({ label }) => label)} cells={marked(names)} />;
    }
    case 'attempts':
      return (
        <Rows
          labels={proof.rows.map(({ label }) => label)}
          cells={proof.rows.map(({ result }, index) => (
            <>{`${values[index] ?? ''}  ${store.text(result)}`}</>
          ))}
        />
      );
    case 'answer':
      return (
        <Rows
          labels={proof.rows.map(({ label }) => label)}
          cells={values.map((value) => (
            <>{value}</>
          ))}
        />
      );
    case 'age':
      return <Age age={proof.age} lifetime={proof.lifetime} source={proof.lifetimeSource} />;
  }
}

function Age(props: {
  readonly age: number;
  readonly lifetime: number | undefined;
  readonly source: string | undefined;
}): JSX.Element {
  const { age, lifetime, source } = props;
  if (lifetime === undefined) return <p>The code was {durationWords(age)} old.</p>;
  const used = Math.min(100, (age / Math.max(lifetime, 1)) * 100);
  return (
    <div>
      <div class={age > lifetime ? 'age over' : 'age'} aria-hidden="true">
        <i style={{ width: `${used}%` }} />
      </div>
      <p>
        The code was {durationWords(age)} old; it lives {durationWords(lifetime)}
        {source === undefined ? '.' : ` (${source}).`}
      </p>
    </div>
  );
}

function Rows(props: {
  readonly labels: readonly string[];
  readonly cells: readonly JSX.Element[];
}): JSX.Element {
  return (
    <div class="scroll proof" tabIndex={0} role="region" aria-label="Proof">
      <table class="mono">
        <tbody>
          {props.labels.map((label, index) => (
            <tr key={`${index} ${label}`}>
              <th scope="row">{label}</th>
              <td>{props.cells[index]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function marked(values: readonly string[]): readonly JSX.Element[] {
  const reference = commonest(values);
  return values.map((value) => (
    <>
      {diffCharacters(reference, value).map(({ kind, text }, index) =>
        kind === 'same' ? (
          text
        ) : (
          <mark key={index} class={kind} title={kind}>
            {text}
          </mark>
        ),
      )}
    </>
  ));
}
