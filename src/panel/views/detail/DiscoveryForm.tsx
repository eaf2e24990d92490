import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { FlowReport } from '../../../engine/diagnosis/report.ts';
import type { Store } from '../../store/create-store.ts';
import type { DiscoveryResult } from '../../store/discovery.ts';

/** Lets the user hand over the discovery document of a server, pasted or fetched. */
export function DiscoveryForm({
  store,
  flow,
}: {
  readonly store: Store;
  readonly flow: FlowReport;
}): JSX.Element {
  const { issuer, host } = flow.authority;
  const address = useSignal(issuer ?? `https://${host}`);
  const pasted = useSignal('');
  const result = useSignal<DiscoveryResult | undefined>(undefined);
  async function fetchIt(): Promise<void> {
    result.value = undefined;
    result.value = await store.fetchDiscovery(address.value);
  }
  return (
    <section class="hand-over" aria-label="Discovery document">
      <h2>Discovery document</h2>
      {store.around.network && (
        <>
          <label>
            Issuer, or address of the document
            <input value={address.value} onInput={(event) => (address.value = event.currentTarget.value)} />
          </label>
          <p>
            <button class="boxed" onClick={() => void fetchIt()}>
              Fetch discovery document
            </button>{' '}
            <span class="soft">
              One request to this address, without cookies: the only one this extension makes.
            </span>
          </p>
        </>
      )}
      <label>
        {store.around.network ? 'Or paste it' : 'Paste what the server publishes'}
        <textarea
          rows={3}
          value={pasted.value}
          onInput={(event) => (pasted.value = event.currentTarget.value)}
        />
      </label>
      <p>
        <button
          class="boxed"
          disabled={pasted.value.trim() === ''}
          onClick={() => (result.value = store.pasteDiscovery(pasted.value))}
        >
          Use pasted document
        </button>
      </p>
      <p role={result.value?.ok === false ? 'alert' : 'status'}>{result.value?.sentence}</p>
    </section>
  );
}
