import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { FlowReport, Step } from '../../../engine/diagnosis/report.ts';
import { decodeJwt } from '../../../engine/oauth/jwt.ts';
import { MaskedText } from '../../components/MaskedText.tsx';
import { SourceLinks } from '../../components/SourceLinks.tsx';
import type { Store } from '../../store/create-store.ts';
import type { Fact, FactGroup } from '../../store/facts.ts';
import { counterpartsOf } from '../../store/counterparts.ts';
import { RevealButton } from '../RevealButton.tsx';

interface Props {
  readonly store: Store;
  readonly flow: FlowReport;
  readonly step: Step;
  readonly group: FactGroup;
}

/** Names and values; what a name means on a click on it, and from the start where a value is at fault. */
export function FactTable({ store, flow, step, group }: Props): JSX.Element {
  return (
    <table class="facts mono">
      <caption>{group.title}</caption>
      <tbody>
        {group.facts.map((fact, index) => (
          <FactRow
            key={`${fact.at.exchange} ${index} ${fact.at.name}`}
            store={store}
            flow={flow}
            step={step}
            fact={fact}
          />
        ))}
      </tbody>
    </table>
  );
}

function FactRow({ store, flow, step, fact }: Omit<Props, 'group'> & { readonly fact: Fact }): JSX.Element {
  const recording = store.recording.value;
  const name = <MaskedText text={fact.at.name === '' ? 'page' : fact.at.name} />;
  const texts = store.explanations.value;
  const explanations = [
    texts?.explanationOf(fact.at.name, fact.at.part),
    texts?.valueExplanationOf(fact.at.name, fact.value),
  ].filter((each) => each !== undefined);
  const chosen = useSignal<boolean | undefined>(undefined);
  const counterparts = counterpartsOf(flow, step, fact.at);
  const isExplained = chosen.value ?? (store.explained.value || counterparts.length > 0);
  return (
    <tr>
      <th scope="row">
        {explanations.length === 0 ? (
          name
        ) : (
          <button
            class="term"
            title="What this means"
            aria-expanded={isExplained}
            onClick={() => (chosen.value = !isExplained)}
          >
            {name}
          </button>
        )}
      </th>
      <td>
        <span class={counterparts.length > 0 ? 'bad-value' : undefined}>
          {decodeJwt(fact.value) === undefined ? (
            <MaskedText text={fact.value} />
          ) : (
            <button class="link" onClick={() => (store.detailTab.value = 'tokens')}>
              Signed token, decoded under Tokens
            </button>
          )}
        </span>
        <RevealButton recording={recording} at={fact.at} />
        {isExplained &&
          explanations.map(({ sentence, source }) => (
            <p class="why" key={sentence}>
              {sentence} <SourceLinks sources={[source]} />
            </p>
          ))}
        {counterparts.map((other) => (
          <p class="why" key={`${other.number}`}>
            <button class="link" onClick={() => store.selectStep(other.step)}>
              Step {other.number} has
            </button>{' '}
            <code>
              <MaskedText text={recording.value(other.at) ?? '(not captured)'} />
            </code>
          </p>
        ))}
      </td>
    </tr>
  );
}
