import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { FlowReport } from '../../../engine/diagnosis/report.ts';
import type { Exchange } from '../../../engine/http/exchange.ts';
import { durationWords } from '../../components/words.ts';
import type { Store } from '../../store/create-store.ts';

/** The messages of a flow in order, and the chosen one decoded. */
export function Steps({ store, flow }: { readonly store: Store; readonly flow: FlowReport }): JSX.Element {
  const chosen = useSignal<number | undefined>(undefined);
  const failed = flow.steps.findIndex((step) => step.failed);
  const current = chosen.value ?? Math.max(failed, 0);
  const step = flow.steps[current];
  const exchange = step === undefined ? undefined : store.exchange(step.exchange);
  return (
    <>
      <ol class="steps">
        {flow.steps.map((each, index) => (
          <li key={`${each.exchange} ${each.message}`}>
            <button
              aria-current={index === current ? 'step' : undefined}
              onClick={() => (chosen.value = index)}
            >
              <span class="soft">+{durationWords(Math.max(0, each.at - flow.startedAt))}</span>
              <span class={each.failed ? 'failed' : ''}>
                {each.failed && '✕ '}
                {each.label} <span class="soft">{each.authority.host}</span>
                {each.foldedHops > 0 && <span class="soft"> · {each.foldedHops} redirects inside</span>}
              </span>
              <span class={each.failed ? 'failed' : 'soft'}>{each.status ?? 'no answer'}</span>
            </button>
          </li>
        ))}
      </ol>
      {exchange !== undefined && <Parameters exchange={exchange} />}
    </>
  );
}

/** Parameters of a masked exchange. */
function Parameters({ exchange }: { readonly exchange: Exchange }): JSX.Element {
  const query = exchange.url.split('#')[0]?.split('?')[1] ?? '';
  const isForm = exchange.requestBody?.mediaType === 'application/x-www-form-urlencoded';
  const parameters = [
    ...new URLSearchParams(query),
    ...new URLSearchParams(isForm ? (exchange.requestBody?.text ?? '') : ''),
  ];
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Parameters">
      <table class="mono">
        <tbody>
          {parameters.map(([name, value], index) => (
            <tr key={index}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
          {parameters.length === 0 && (
            <tr>
              <td>No parameters</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
