import { isTimed } from '../../../engine/http/clock-time.ts';
import type { JSX } from 'preact';
import type { FlowReport, Step } from '../../../engine/diagnosis/report.ts';
import { durationWords } from '../../../engine/http/duration-words.ts';
import type { Exchange } from '../../../engine/http/exchange.ts';
import { withoutQuery } from '../../../engine/http/url.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { MaskedText } from '../../components/MaskedText.tsx';
import { clockWords } from '../../components/words.ts';
import type { Store } from '../../store/create-store.ts';
import type { FactGroup } from '../../store/facts.ts';
import { requestToCurl } from '../../../engine/trace/to-curl.ts';
import { factsOfStep } from '../../store/step-places.ts';
import { FactTable } from './FactTable.tsx';
import { messageWords } from './message-words.ts';

/** One message decoded: each parameter, what it means, and what it is compared with. */
export function StepDetail(props: {
  readonly store: Store;
  readonly flow: FlowReport;
  readonly step: Step;
}): JSX.Element {
  const { store, flow, step } = props;
  const recording = store.recording.value;
  const exchange = recording.exchange(step.exchange);
  const show = exchange && store.inNetwork(exchange);
  const number = flow.steps.indexOf(step) + 1;
  const [main, rest] = arrange(factsOfStep(step, flow, recording), step);
  return (
    <section class="step" aria-label={`Step ${number}: ${step.label}`}>
      <h2>
        <span class={step.failed ? 'bad-text' : ''}>
          {step.failed && '✕ '}
          {step.label}
        </span>
        <span class="tag">step {number}</span>
        <span class="gap" />
        {show !== undefined && (
          <button title="Shows the Network panel with this request" onClick={show}>
            Network
          </button>
        )}
        {exchange !== undefined && (
          <CopyButton
            text={() => requestToCurl(exchange)}
            title="Copies the request with a placeholder for each secret"
          >
            Copy as curl
          </CopyButton>
        )}
      </h2>
      <p class="step-words">
        {messageWords(step)}{' '}
        <button
          class="link"
          aria-pressed={store.explained.value}
          onClick={() => (store.explained.value = !store.explained.value)}
        >
          Explain all
        </button>
      </p>
      {exchange !== undefined && (
        <p class="mono step-line">
          <b>{exchange.method}</b> <MaskedText text={withoutQuery(exchange.url)} />{' '}
          <span class={step.failed ? 'bad-text' : 'soft'}>
            <MaskedText text={exchange.networkError ?? String(exchange.status ?? 'no answer')} />
          </span>{' '}
          <span class="soft">{timeWords(exchange, store.preferences.current.value.times)}</span>
        </p>
      )}
      {main.map((group) => (
        <FactTable key={group.title} store={store} flow={flow} step={step} group={group} />
      ))}
      {main.length === 0 && <p class="step-words soft">This message carries no parameters.</p>}
      {rest.map((group) => (
        <details key={group.title} class="more">
          <summary>
            {group.title} <span class="count">{group.facts.length}</span>
          </summary>
          <FactTable store={store} flow={flow} step={step} group={group} />
        </details>
      ))}
    </section>
  );
}

/** When a request was sent, and how long its answer took. */
function timeWords({ startedAt, respondedAt }: Exchange, times: 'local' | 'utc'): string {
  if (!isTimed(startedAt)) return 'no time recorded';
  const sent = `sent ${clockWords(startedAt, times)}`;
  return respondedAt === undefined
    ? sent
    : `${sent}, answered after ${durationWords(respondedAt - startedAt)}`;
}

/** What the message says first; what only surrounds it folded away. */
function arrange(
  groups: readonly FactGroup[],
  step: Step,
): readonly [readonly FactGroup[], readonly FactGroup[]] {
  const redirects = groups.filter(({ title }) => title.startsWith('Redirect'));
  const isMain = (group: FactGroup): boolean => {
    if (group.headers) return false;
    if (step.message === 'authorization_response' && redirects.length > 0) return redirects.includes(group);
    if (step.message === 'authorization_request') return group.side === 'request';
    return true;
  };
  return [groups.filter(isMain), groups.filter((group) => !isMain(group))];
}
