import type { JSX } from 'preact';
import type { FlowReport } from '../../../engine/diagnosis/report.ts';
import { OutcomeMark } from '../../components/OutcomeMark.tsx';
import { durationWords } from '../../../engine/http/duration-words.ts';
import { clockWords, countWords, kindWords, outcomeWords } from '../../components/words.ts';
import { problemCount } from '../../store/filter.ts';
import type { Store } from '../../store/create-store.ts';

interface Props {
  readonly store: Store;
  readonly flow: FlowReport;
  readonly depth: number;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

/** One flow in the list: what became of it, whose it is, when, of which kind. */
export function FlowItem({ store, flow, depth, selected, onSelect }: Props): JSX.Element {
  const recording = store.recording.value;
  const [name, beside] = namesOf(flow).map(recording.text);
  // The mark says that it failed; a narrow list has room for more than that word.
  const isRefused = flow.verdict.answer?.error !== undefined;
  const problems = problemCount(flow);
  const words = recording.text(describe(flow));
  return (
    <div
      id={`flow-${flow.id}`}
      class="flow"
      role="option"
      aria-selected={selected}
      title={`${name} · ${beside}\n${words}`}
      style={{ paddingLeft: `${10 + depth * 18}px` }}
      onClick={onSelect}
    >
      <OutcomeMark outcome={flow.verdict.outcome} />
      <span class="who">
        <b>{name}</b> · {beside}
      </span>
      <time>{clockWords(flow.startedAt, store.preferences.current.value.times)}</time>
      <span class="below">
        <span class="what">
          {isRefused && <span class="visually-hidden">Failed: </span>}
          {words}
        </span>
        {problems > 0 && (
          <span class="count" title={countWords(problems, 'problem')}>
            {problems}
            <span class="visually-hidden"> {problems === 1 ? 'problem' : 'problems'}</span>
          </span>
        )}
      </span>
    </div>
  );
}

/** The tenant where there is one; a host says more than the name of the software that runs there, a client more than no name. */
function namesOf({ authority, clientId }: FlowReport): readonly string[] {
  const { provider, providerName, tenant, host } = authority;
  if (tenant !== undefined) return [providerName, tenant];
  const isNamed = provider !== 'generic' && providerName !== host;
  return [host, isNamed ? providerName : (clientId ?? 'unknown client')];
}

function describe(flow: FlowReport): string {
  const { verdict, endedAt, startedAt, kind, pkce } = flow;
  return [
    verdict.answer?.error ?? outcomeWords[verdict.outcome],
    pkce === 'S256' ? `${kindWords[kind]} + PKCE` : kindWords[kind],
    ...(endedAt === undefined ? [] : [durationWords(endedAt - startedAt)]),
  ].join(' · ');
}
