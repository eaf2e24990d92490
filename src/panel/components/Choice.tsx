import type { JSX } from 'preact';

interface Props {
  readonly words: string;
  /** What it brings, and what it costs. */
  readonly why: string;
}

/** A choice between on and off. */
export function Choice(
  props: Props & { readonly on: boolean; readonly onChange: (on: boolean) => void },
): JSX.Element {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={props.on}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>
        {props.words}
        <br />
        <span class="soft">{props.why}</span>
      </span>
    </label>
  );
}

/** A choice of one among a few. */
export function Selection<Value extends string | number>(
  props: Props & {
    readonly value: Value;
    readonly options: readonly (readonly [Value, string])[];
    readonly onChange: (value: Value) => void;
  },
): JSX.Element {
  return (
    <label class="selection">
      {props.words}
      <select
        value={props.value}
        onChange={(event) => {
          const chosen = props.options[event.currentTarget.selectedIndex];
          if (chosen !== undefined) props.onChange(chosen[0]);
        }}
      >
        {props.options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <span class="soft">{props.why}</span>
    </label>
  );
}
