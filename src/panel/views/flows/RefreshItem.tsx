import type { JSX } from 'preact';
import { clockWords, countWords } from '../../components/words.ts';
import type { Store } from '../../store/create-store.ts';
import type { RefreshRow } from '../../store/flow-rows.ts';
import { indent } from './flow-words.ts';

/** The refreshes of a login, below it: how many, what became of them, when the last was. */
export function RefreshItem(props: {
  readonly store: Store;
  readonly row: RefreshRow;
  readonly selected: boolean;
  readonly onSelect: () => void;
}): JSX.Element {
  const { store, row, selected, onSelect } = props;
  const refused = row.steps.filter(({ failed }) => failed).length;
  const last = row.steps.at(-1)?.at ?? row.flow.startedAt;
  const count = row.steps.length;
  return (
    <div
      id={`flow-${row.id}`}
      class="flow refreshes"
      role="option"
      aria-selected={selected}
      title="Tokens that were got by refresh after this login"
      style={{ paddingLeft: `${10 + row.depth * indent}px` }}
      onClick={onSelect}
    >
      <span class="soft" aria-hidden="true">
        ↻
      </span>
      <span class="who">
        {count} {count === 1 ? 'refresh' : 'refreshes'}
        {refused > 0 && (
          <b class="bad-text">
            {' '}
            · {refused === count ? 'refused' : `${countWords(refused, 'time')} refused`}
          </b>
        )}
      </span>
      <time>{clockWords(last, store.preferences.current.value.times)}</time>
    </div>
  );
}
