import type { JSX } from 'preact';
import { countWords } from '../../components/words.ts';
import type { Store } from '../../store/create-store.ts';
import { toggled, type Scope, type Sharing } from './choice.ts';

/** Which logins are shared. */
export function ScopeChoice({
  store,
  sharing,
}: {
  readonly store: Store;
  readonly sharing: Sharing;
}): JSX.Element {
  const { scope, ticked } = sharing;
  const all = store.recording.value.flows.value;
  const shown = store.rows.value.filter(({ kind }) => kind === 'flow').length;
  const choices: readonly (readonly [Scope, string])[] = [
    ['selected', 'This login'],
    ['shown', `The ${countWords(shown, 'login')} in the list`],
    ['all', `All ${countWords(all.length, 'login')}`],
    ['ticked', 'Chosen logins'],
  ];
  return (
    <fieldset>
      <legend>Logins</legend>
      {choices.map(([each, title]) => (
        <label key={each}>
          <input
            type="radio"
            name="scope"
            checked={scope.value === each}
            onChange={() => (scope.value = each)}
          />
          {title}
        </label>
      ))}
      {scope.value === 'ticked' && (
        <div class="names" role="group" aria-label="Chosen logins">
          {all.map(({ id, authority, startedAt, verdict }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={ticked.value.has(id)}
                onChange={() => (ticked.value = toggled(ticked.value, id))}
              />
              {new Date(startedAt).toLocaleTimeString()} {authority.host}{' '}
              <span class="soft">{verdict.outcome.replaceAll('_', ' ')}</span>
            </label>
          ))}
        </div>
      )}
      <p class="soft">Each with the logins it belongs to, and no other traffic.</p>
    </fieldset>
  );
}
