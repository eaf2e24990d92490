import type { JSX } from 'preact';
import type { FlowOutline } from '../../../engine/diagnosis/report.ts';
import { OutcomeMark } from '../../components/OutcomeMark.tsx';
import { clockWords, countWords } from '../../components/words.ts';
import { problemCount } from '../../store/filter.ts';
import type { Store } from '../../store/create-store.ts';
import { flowWords, indent, rowHeight } from './flow-words.ts';

interface Props {
  readonly store: Store;
  readonly flow: FlowOutline;
  readonly depth: number;
  /** With more than two, what stands beside the name has one of its own. */
  readonly lines: number;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

/** One flow in the list: what became of it, whose it is, when, of which kind. */
export function FlowItem(props: Props): JSX.Element {
  const { store, flow, depth, lines, selected, onSelect } = props;
  const { text } = store.recording.value;
  const { name, beside, what, kind, took } = flowWords(flow);
  // The mark says that it failed; a narrow list has room for more than that word.
  const isRefused = flow.verdict.answer?.error !== undefined;
  const problems = problemCount(flow);
  return (
    <div
      id={`flow-${flow.id}`}
      class={lines > 2 ? 'flow more' : 'flow'}
      role="option"
      aria-selected={selected}
      title={text(`${name} · ${beside}\n${[what, kind, took].filter(Boolean).join(' · ')}`)}
      style={{ paddingLeft: `${10 + depth * indent}px`, height: `${rowHeight(lines)}px` }}
      onClick={onSelect}
    >
      <OutcomeMark outcome={flow.verdict.outcome} />
      <span class="who">
        <b>{text(name)}</b>
        <span class="beside">
          <span class="between"> · </span>
          {text(beside)}
        </span>
      </span>
      <time>{clockWords(flow.startedAt, store.preferences.current.value.times)}</time>
      <span class="below">
        <span class="what">
          {isRefused && <span class="visually-hidden">Failed: </span>}
          {text(what)} · <span class="kind">{text(kind)}</span>
        </span>
        {took !== '' && (
          <span class="took">
            <span class="between"> · </span>
            {took}
          </span>
        )}
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
