import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { claimWords } from '../../components/claim-words.ts';
import { MaskedText } from '../../components/MaskedText.tsx';
import type { Store } from '../../store/create-store.ts';
import { tokenDifferences, type TokenDifference } from '../../store/token-differences.ts';
import type { Token } from '../../store/tokens-of.ts';

/** A token that can be chosen, and what it is called among the others. */
export interface NamedToken {
  readonly words: string;
  readonly token: Token;
}

/** Two tokens side by side, what differs first. */
export function TokenComparison(props: {
  readonly store: Store;
  readonly tokens: readonly NamedToken[];
  /** Places of the two that a reader most likely wants to compare. */
  readonly first: readonly [number, number];
}): JSX.Element | null {
  const { store, tokens, first } = props;
  const left = useSignal(first[0]);
  const right = useSignal(first[1]);
  const one = tokens[left.value]?.token;
  const other = tokens[right.value]?.token;
  if (one === undefined || other === undefined) return null;
  const rows = tokenDifferences(one, other);
  const different = rows.filter(({ isSame }) => !isSame).length;
  return (
    <details class="step compare-tokens">
      <summary>Compare two tokens</summary>
      <div class="selections">
        <Which words="First token" tokens={tokens} chosen={left} />
        <Which words="Second token" tokens={tokens} chosen={right} />
      </div>
      <table class="facts mono">
        <caption>
          {different === 0
            ? 'They are the same token.'
            : `${different} of ${rows.length} differ; these first.`}
        </caption>
        <tbody>
          {rows.map((row) => (
            <Row
              key={`${row.part} ${row.name}`}
              row={row}
              seen={[seenAt(one), seenAt(other)]}
              times={store.preferences.current.value.times}
            />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Which(props: {
  readonly words: string;
  readonly tokens: readonly NamedToken[];
  readonly chosen: Signal<number>;
}): JSX.Element {
  const { words, tokens, chosen } = props;
  return (
    <label class="selection">
      {words}
      <select
        value={String(chosen.value)}
        onChange={(event) => (chosen.value = event.currentTarget.selectedIndex)}
      >
        {tokens.map((each, index) => (
          <option key={index} value={String(index)}>
            {each.words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Row(props: {
  readonly row: TokenDifference;
  readonly seen: readonly [number, number];
  readonly times: 'local' | 'utc';
}): JSX.Element {
  const { row, seen, times } = props;
  const words = (value: unknown, at: number): JSX.Element =>
    value === undefined ? (
      <i class="soft">not there</i>
    ) : (
      <MaskedText text={claimWords(row.name, value, at, times)} />
    );
  return (
    <tr class={row.isSame ? undefined : 'differs'}>
      <th scope="row">
        {!row.isSame && <b aria-label="differs">≠ </b>}
        <MaskedText text={row.part === 'header' ? `header ${row.name}` : row.name} />
      </th>
      <td>{words(row.one, seen[0])}</td>
      <td>{row.isSame ? <span class="soft">the same</span> : words(row.other, seen[1])}</td>
    </tr>
  );
}

function seenAt({ sights }: Token): number {
  return sights[0]?.step.at ?? 0;
}
