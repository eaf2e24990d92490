import type { JSX } from 'preact';
import { Dialog } from '../components/Dialog.tsx';
import { shortcuts } from './shortcuts.ts';

const signs: readonly (readonly [string, string])[] = [
  ['✓', 'The login succeeded.'],
  ['✕', 'It failed: the first sentence says why.'],
  ['→', 'The code went to a server, whose token call no browser can see.'],
  ['…', 'It is still under way.'],
  ['–', 'It was begun and not finished.'],
];

/** What the signs mean and which keys there are. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  return (
    <Dialog title="Help" onClose={onClose}>
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
