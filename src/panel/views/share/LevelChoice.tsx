import type { JSX } from 'preact';
import type { ShareChoice } from '../../store/share.ts';
import { confirmation, toggled, type Sharing } from './choice.ts';

const levels: readonly (readonly [ShareChoice['level'], string, string])[] = [
  ['strict', 'Strict', 'No secret and nothing about a person.'],
  ['keep_user_identifiers', 'Keep user identifiers', 'User names, e-mail addresses and subjects stay.'],
  ['custom', 'Custom', 'Strict, but for names that you choose.'],
  ['revealed', 'Reveal all', 'Nothing is removed.'],
];

/** How much is taken away. */
export function LevelChoice({
  sharing,
  names,
}: {
  readonly sharing: Sharing;
  /** Names whose values may be kept. */
  readonly names: readonly string[];
}): JSX.Element {
  const { level, keepNames, hideTraceIds, typed } = sharing;
  return (
    <fieldset>
      <legend>Redaction</legend>
      {levels.map(([each, title, why]) => (
        <label key={each}>
          <input
            type="radio"
            name="level"
            checked={level.value === each}
            onChange={() => (level.value = each)}
          />
          <b>{title}</b> <span class="soft">{why}</span>
        </label>
      ))}
      {level.value === 'custom' && (
        <div class="names" role="group" aria-label="Names whose values are kept">
          {names.length === 0 && <p class="soft">No masked name here can be kept: all hold credentials.</p>}
          {names.map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={keepNames.value.has(name)}
                onChange={() => (keepNames.value = toggled(keepNames.value, name))}
              />
              <code>{name}</code>
            </label>
          ))}
        </div>
      )}
      {level.value !== 'revealed' && (
        <label>
          <input
            type="checkbox"
            checked={hideTraceIds.value}
            onChange={() => (hideTraceIds.value = !hideTraceIds.value)}
          />
          Remove trace ids, which support asks for
        </label>
      )}
      {level.value === 'revealed' && (
        <label class="confirm">
          <span class="bad-text">
            Codes, tokens and passwords will be readable. Type <b>{confirmation}</b> to confirm:
          </span>
          <input
            type="text"
            aria-label={`Type “${confirmation}” to confirm`}
            value={typed.value}
            onInput={(event) => (typed.value = event.currentTarget.value)}
          />
        </label>
      )}
    </fieldset>
  );
}
