import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { registeredMethods } from '../../../engine/diagnosis/client-registration.ts';
import type { Store } from '../../store/create-store.ts';

interface Props {
  readonly store: Store;
  readonly clientId: string;
  /** Host of the server. */
  readonly authority: string;
}

/** Asks what is registered for the client of a flow. */
export function RegistrationForm({ store, clientId, authority }: Props): JSX.Element {
  const { all, remembered, say } = store.registrations;
  const isThis = (each: { readonly clientId: string; readonly authority: string }): boolean =>
    each.clientId === clientId && each.authority === authority;
  const said = all.value.find(isThis);
  const uris = useSignal(said?.redirectUris?.join('\n') ?? '');
  const method = useSignal(said?.method ?? '');
  const grants = useSignal(said?.grantTypes?.join(' ') ?? '');
  const tenant = useSignal(said?.tenant ?? '');
  const remember = useSignal(remembered.value.some(isThis));
  const answer = useSignal<string | undefined>(undefined);
  function take(): void {
    const redirectUris = words(uris.value);
    const grantTypes = words(grants.value);
    const one = { tenant: tenant.value.trim() || undefined, method: method.value || undefined };
    const registration = { clientId, authority, redirectUris, grantTypes, ...one };
    answer.value = say(registration, remember.value) ?? 'Taken; the verdicts are made anew.';
  }
  return (
    <section class="hand-over" aria-label="What is registered">
      <h2>What do you know about this client?</h2>
      <p class="soft">
        Client <code>{store.recording.value.text(clientId)}</code> at {authority}. Enter what its registration
        says, never a secret.
      </p>
      <label>
        Redirect URIs, one a line
        <textarea rows={3} value={uris.value} onInput={(event) => (uris.value = event.currentTarget.value)} />
      </label>
      <label>
        Client authentication
        <select value={method.value} onChange={(event) => (method.value = event.currentTarget.value)}>
          <option value="">not known</option>
          {registeredMethods.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      <label>
        Grant types
        <input
          value={grants.value}
          placeholder="authorization_code refresh_token"
          onInput={(event) => (grants.value = event.currentTarget.value)}
        />
      </label>
      <label>
        Tenant (directory, realm, organization)
        <input value={tenant.value} onInput={(event) => (tenant.value = event.currentTarget.value)} />
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={remember.value}
          onChange={(event) => (remember.value = event.currentTarget.checked)}
        />
        <span>Remember across sessions (on disk; the settings list it)</span>
      </label>
      <p>
        <button class="boxed" onClick={take}>
          Use this
        </button>{' '}
        <span role="status">{answer.value}</span>
      </p>
    </section>
  );
}

/** What white space parts; undefined when there is none. */
function words(text: string): readonly string[] | undefined {
  const found = text.split(/\s+/).filter((each) => each !== '');
  return found.length === 0 ? undefined : found;
}
