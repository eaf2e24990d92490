import type { JSX } from 'preact';
import type { ShareFormat } from '../../../engine/trace/share-formats.ts';
import { copyText } from '../../components/CopyButton.tsx';
import { Menu } from '../../components/Menu.tsx';
import type { Store } from '../../store/create-store.ts';

const forms = [
  ['markdown', 'For support (Markdown)', 'Verdict, proof, sequence and receipt'],
  ['mermaid', 'Sequence (Mermaid)', 'The diagram as text'],
  ['curl', 'Requests (curl)', 'Each step, with a placeholder for each secret'],
] as const;

/** Copies the login on screen, without secrets, in one of several forms. */
export function CopyMenu({ store }: { readonly store: Store }): JSX.Element {
  const flow = store.judged.value;

  async function copy(format: ShareFormat): Promise<void> {
    if (flow !== undefined) copyText((await store.share([flow], { format })).text);
  }

  return (
    <Menu
      name="Copy"
      title="Copy this login without secrets"
      disabled={flow === undefined}
      items={[
        ...forms.map(([format, title, why]) => ({
          title,
          why,
          choose: async () => copy(format),
          said: 'Copied',
        })),
        {
          title: 'Picture (PNG)…',
          why: '1200 pixels wide, for a ticket or a chat',
          choose: () => void (store.dialog.value = 'picture'),
        },
      ]}
    >
      Copy
    </Menu>
  );
}
