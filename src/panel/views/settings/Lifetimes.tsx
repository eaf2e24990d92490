import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { durationWords } from '../../../engine/http/duration-words.ts';
import type { Store } from '../../store/create-store.ts';
import { HostField, typedHost } from './HostField.tsx';

/** How long codes live at servers where somebody changed it: verdicts then go by that. */
export function Lifetimes({ store }: { readonly store: Store }): JSX.Element {
  const { current, change } = store.preferences;
  const { lifetimes } = current.value;
  const host = useSignal('');
  const seconds = useSignal('');
  const milliseconds = Number(seconds.value) * 1000;
  const others = (authority: string): typeof lifetimes =>
    lifetimes.filter((each) => each.authority !== authority);
  const isComplete = typedHost(host) !== '' && milliseconds > 0;
  return (
    <>
      <h3>How long codes live</h3>
      <p class="soft">
        Verdicts go by what each provider documents. Enter here what is set at your server if that differs.
      </p>
      {lifetimes.map(({ authority, milliseconds: life }) => (
        <p key={authority}>
          <code>{authority}</code> {durationWords(life)}{' '}
          <button class="boxed" onClick={() => change({ lifetimes: others(authority) })}>
            Forget<span class="visually-hidden"> the lifetime at {authority}</span>
          </button>
        </p>
      ))}
      <form
        class="lifetime"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isComplete) return;
          const authority = typedHost(host);
          change({ lifetimes: [...others(authority), { authority, milliseconds }] });
          host.value = '';
          seconds.value = '';
        }}
      >
        <HostField store={store} words="Host of the server" host={host} />
        <label>
          Seconds
          <input
            type="number"
            min="1"
            value={seconds.value}
            onInput={(event) => (seconds.value = event.currentTarget.value)}
          />
        </label>
        <button class="boxed" disabled={!isComplete}>
          Set
        </button>
      </form>
    </>
  );
}
