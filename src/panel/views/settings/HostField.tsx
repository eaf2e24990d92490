import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import type { Store } from '../../store/create-store.ts';

interface Props {
  readonly store: Store;
  readonly words: string;
  readonly host: Signal<string>;
}

/** Asks for the host of a server; offers those that were recorded. */
export function HostField({ store, words, host }: Props): JSX.Element {
  const list = useId();
  const hosts = new Set(store.recording.value.flows.value.map(({ authority }) => authority.host));
  return (
    <label>
      {words}
      <input list={list} value={host.value} onInput={(event) => (host.value = event.currentTarget.value)} />
      <datalist id={list}>
        {[...hosts].map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </label>
  );
}

/** The host in what was typed, which may be a whole address. */
export function typedHost({ value }: Signal<string>): string {
  return value
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#].*$/, '');
}
