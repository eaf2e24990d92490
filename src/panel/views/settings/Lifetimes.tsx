import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { durationWords } from '../../../engine/http/duration-words.ts';
import type { Store } from '../../store/create-store.ts';

/** How long codes live at servers where somebody changed it: verdicts then go by that. */
export function Lifetimes({ store }: { readonly store: Store }): JSX.Element {
  const { current, change } = store.preferences;
  const { lifetimes } = current.value;
  const host = useSignal('');
  const seconds = useSignal('');
  const milliseconds = Number(seconds.value) * 1000;
  const others = (authority: string): typeof lifetimes =>
    lifetimes.filter((each) => each.authority !== authority);
  const isComplete = host.value.trim() !== '' && milliseconds > 0;
  const hosts = new Set(store.recording.value.flows.value.map(({ authority }) => authority.host));
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
          const authority = host.value.trim();
          change({ lifetimes: [...others(authority), { authority, milliseconds }] });
          host.value = '';
          seconds.value = '';
        }}
      >
        <label>
          Host of the server
          <input
            list="lifetime-hosts"
            value={host.value}
            onInput={(event) => (host.value = event.currentTarget.value)}
          />
        </label>
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
        <datalist id="lifetime-hosts">
          {[...hosts].map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </form>
    </>
  );
}
