import type { JSX } from 'preact';
import { Dialog } from '../components/Dialog.tsx';
import { DocLinks } from '../components/DocLinks.tsx';
import type { Store } from '../store/create-store.ts';
import { shortcuts } from './shortcuts.ts';

const signs: readonly (readonly [string, string])[] = [
  ['✓', 'The login succeeded.'],
  ['✕', 'It failed: the first sentence says why.'],
  ['→', 'The code went to a server, whose token call no browser can see.'],
  ['…', 'It is still under way.'],
  ['–', 'It was begun and not finished.'],
];

const documents: readonly (readonly [string, string])[] = [
  ['Rules', 'what is checked, why, and what to change'],
  ['Verdicts', 'which traffic leads to which cause'],
  ['Providers', 'what is known of each: tenants, lifetimes, error texts'],
  ['Messages', 'how each request of a login is recognised'],
  ['Capture', 'what the browser lets us see, and what not'],
  ['Permissions', 'each, and what is lost without it'],
  ['Privacy', 'what is stored where, and for how long'],
];

/** What the signs mean, which keys there are, and where more is told. */
export function HelpDialog(props: { readonly store: Store; readonly onClose: () => void }): JSX.Element {
  const { docs } = props.store.around;
  return (
    <Dialog title="Help" onClose={props.onClose}>
      <p>
        Log in to your app while this panel or any DevTools window is open. Each login is listed on the left;
        the sentence on top says what went wrong, the lines below it prove it, and <b>Fix</b> says what to
        change. “Proved” means that the recorded traffic or the server’s own words leave no other reading.
      </p>
      <p>
        Codes, tokens, passwords and names are masked everywhere. The letters after the dot are equal where
        the values are equal, so you can follow a code without seeing it. <b>Export</b> writes a file that is
        masked in the same way.
      </p>
      <h3>Signs</h3>
      <Rows rows={signs} />
      <h3>Keys</h3>
      <Rows rows={shortcuts.map(({ shown, words }) => [shown, words])} />
      <h3>Filter</h3>
      <Rows
        rows={[
          ['okta 400', 'both words occur: in the client, a host, the error or a value'],
          ['error:invalid_grant', 'looks in one place: client:, host:, error: or parameter:'],
          ['-login_required', 'leaves out what has the word'],
        ]}
      />
      {docs !== undefined && (
        <>
          <h3>Documents</h3>
          <ul>
            {documents.map(([title, words]) => (
              <li key={title}>
                <DocLinks docs={docs} titles={[title]} />: {words}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function Rows({ rows }: { readonly rows: readonly (readonly [string, string])[] }): JSX.Element {
  return (
    <table class="help">
      <tbody>
        {rows.map(([name, words]) => (
          <tr key={name}>
            <th scope="row">
              <kbd>{name}</kbd>
            </th>
            <td>{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
