import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Store } from '../../store/create-store.ts';
import { RegistrationForm } from '../detail/RegistrationForm.tsx';
import { HostField, typedHost } from './HostField.tsx';

/** What was said of clients, here or in a flow: verdicts go by it, and more can be said before any login. */
export function KnownClients({ store }: { readonly store: Store }): JSX.Element {
  const { all, remembered, forget } = store.registrations;
  const edited = useSignal<{ readonly clientId: string; readonly authority: string } | undefined>(undefined);
  const client = useSignal('');
  const host = useSignal('');
  const isComplete = client.value.trim() !== '' && typedHost(host) !== '';
  return (
    <>
      <h3>Known clients</h3>
      <p class="soft">What is registered for a client proves or rules out causes.</p>
      {all.value.map((each) => (
        <p key={`${each.clientId} ${each.authority}`}>
          <code>{each.clientId}</code> at {each.authority}{' '}
          {!remembered.value.includes(each) && <span class="soft">until this panel closes </span>}
          <button class="boxed" onClick={() => (edited.value = each)}>
            Edit<span class="visually-hidden"> {each.clientId}</span>
          </button>{' '}
          <button
            class="boxed"
            onClick={() => {
              forget(each);
              edited.value = undefined;
            }}
          >
            Forget<span class="visually-hidden"> {each.clientId}</span>
          </button>
        </p>
      ))}
      <form
        class="lifetime halves"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isComplete) return;
          edited.value = { clientId: client.value.trim(), authority: typedHost(host) };
          client.value = '';
          host.value = '';
        }}
      >
        <label>
          client_id
          <input value={client.value} onInput={(event) => (client.value = event.currentTarget.value)} />
        </label>
        <HostField store={store} words="Host of its server" host={host} />
        <button class="boxed" disabled={!isComplete}>
          Add
        </button>
      </form>
      {edited.value !== undefined && (
        <RegistrationForm
          key={`${edited.value.clientId} ${edited.value.authority}`}
          store={store}
          {...edited.value}
        />
      )}
    </>
  );
}
