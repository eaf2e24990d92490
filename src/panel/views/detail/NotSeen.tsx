import type { JSX } from 'preact';
import type { FlowReport } from '../../../engine/diagnosis/report.ts';
import type { Store } from '../../store/create-store.ts';
import { DiscoveryForm } from './DiscoveryForm.tsx';
import { RegistrationForm } from './RegistrationForm.tsx';

/** What could not be observed, what follows from that, and what the user can add. */
export function NotSeen({ store, flow }: { readonly store: Store; readonly flow: FlowReport }): JSX.Element {
  const { text } = store.recording.value;
  return (
    <>
      {flow.unseen.length === 0 ? (
        <p>Everything of this flow was seen.</p>
      ) : (
        <ul>
          {flow.unseen.map(({ id, sentence }) => (
            <li key={id}>{text(sentence)}</li>
          ))}
        </ul>
      )}
      {flow.clientId !== undefined && (
        <RegistrationForm
          key={`client ${flow.id}`}
          store={store}
          clientId={flow.clientId}
          authority={flow.authority.host}
        />
      )}
      <DiscoveryForm key={flow.id} store={store} flow={flow} />
    </>
  );
}
