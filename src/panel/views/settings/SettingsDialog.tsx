import type { JSX } from 'preact';
import { logSizes } from '../../../messaging/protocol.ts';
import { Choice, Selection } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DocLinks } from '../../components/DocLinks.tsx';
import type { Store } from '../../store/create-store.ts';
import { KnownClients } from './KnownClients.tsx';
import { Lifetimes } from './Lifetimes.tsx';

interface Props {
  readonly store: Store;
  readonly onClose: () => void;
}

/** The user's choices, each with what it costs. */
export function SettingsDialog({ store, onClose }: Props): JSX.Element {
  const settings = store.status.value?.settings;
  const { current, change } = store.preferences;
  const { theme, times } = current.value;
  return (
    <Dialog title="Settings" onClose={onClose}>
      {settings === undefined ? (
        store.around.recorder && <p>The recorder has not answered yet.</p>
      ) : (
        <>
          <Choice
            words="Record always"
            why="Otherwise only while a DevTools window is open. Recordings stay in memory and end with the browser."
            on={settings.recordAlways}
            onChange={(recordAlways) => store.change({ recordAlways })}
          />
          {settings.pageHook !== undefined && (
            <Choice
              words="Copy token answers inside pages"
              why="Keeps the answer of a token call whose page navigates away at once, or that a popup made. Takes effect with the next page load, while recording."
              on={settings.pageHook}
              onChange={(pageHook) => store.change({ pageHook })}
            />
          )}
          <div class="selections">
            <Selection
              words="Keep at most"
              why="Two fifths of them of one tab. The oldest go first, failed logins last."
              value={settings.logSize}
              options={logSizes.map((size) => [size, `${size.toLocaleString('en')} requests`])}
              onChange={(logSize) => store.change({ logSize })}
            />
          </div>
        </>
      )}
      {store.around.recorder && (
        <Choice
          words="Remember what worked"
          why="Of each client’s last successful login: client_id, server, grant, redirect URI, authentication method and scope; no secrets. On this computer’s disk, until you switch it off."
          on={store.successes.isOn.value}
          onChange={store.successes.turn}
        />
      )}
      <div class="selections">
        <Selection
          words="Theme"
          why="Auto follows DevTools."
          value={theme}
          options={[
            ['auto', 'Auto'],
            ['light', 'Light'],
            ['dark', 'Dark'],
          ]}
          onChange={(chosen) => change({ theme: chosen })}
        />
        <Selection
          words="Times of day"
          why="Server logs are mostly in UTC."
          value={times}
          options={[
            ['local', 'Local'],
            ['utc', 'UTC'],
          ]}
          onChange={(chosen) => change({ times: chosen })}
        />
      </div>
      <Lifetimes store={store} />
      <KnownClients store={store} />
      <p class="soft">
        Nothing you record leaves this browser unless you export it.{' '}
        <DocLinks docs={store.around.docs} titles={['Privacy', 'Permissions']} />
      </p>
    </Dialog>
  );
}
