import type { JSX } from 'preact';
import type { FlowReport, Step } from '../../../engine/diagnosis/report.ts';
import { decodeJwt } from '../../../engine/oauth/jwt.ts';
import { explanationOf } from '../../../engine/oauth/parameter-explanations.ts';
import { valueExplanationOf } from '../../../engine/oauth/value-explanations.ts';
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

/** Names, values and what they mean. */
export function FactTable({ store, flow, step, group }: Props): JSX.Element {
  return (
    <table class="facts mono">
      <caption>{group.title}</caption>
      <tbody>
        {group.facts.map((fact, index) => (
          <FactRow key={`${index} ${fact.at.name}`} store={store} flow={flow} step={step} fact={fact} />
        ))}
      </tbody>
    </table>
  );
}

function FactRow({ store, flow, step, fact }: Omit<Props, 'group'> & { readonly fact: Fact }): JSX.Element {
  const recording = store.recording.value;
  const explanation = explanationOf(fact.at.name, fact.at.part);
  const counterparts = counterpartsOf(flow, step, fact.at);
  return (
    <tr>
      <th scope="row">
        <MaskedText text={fact.at.name === '' ? 'page' : fact.at.name} />
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
        {[explanation, valueExplanationOf(fact.at.name, fact.value)].map(
          (each) =>
            each !== undefined && (
              <p class="why" key={each.sentence}>
                {each.sentence} <SourceLinks sources={[each.source]} />
              </p>
            ),
        )}
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
