import type { JSX } from 'preact';
import type { Store } from '../store/create-store.ts';

interface Props {
  readonly store: Store;
  readonly className: string;
  readonly children: string;
}

/** Lets the user choose a recorded file. */
export function OpenButton({ store, className, children }: Props): JSX.Element {
  return (
    <label
      class={`file ${className}`}
      title="Show a Grantscope trace, a HAR, or HTTP or curl as text; you can also drop the file anywhere here, or paste its text"
    >
      {children}
      <input
        type="file"
        class="visually-hidden"
        accept=".json,.har,.http,.txt,.sh,application/json,text/plain"
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file !== undefined) void store.files.read(file);
          // Choosing the same file again must be a change, too.
          input.value = '';
        }}
      />
    </label>
  );
}
