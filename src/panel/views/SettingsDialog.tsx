import type { JSX } from 'preact';
import { Dialog } from '../components/Dialog.tsx';
import type { Store } from '../store/create-store.ts';

interface Props {
  readonly store: Store;
  readonly onClose: () => void;
}

/** The user's choices, each with what it costs. */
export function SettingsDialog({ store, onClose }: Props): JSX.Element {
  const settings = store.status.value?.settings;
  const { remembered, forget } = store.registrations;
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
      <h3>Remembered clients</h3>
      {remembered.value.length === 0 && <p class="soft">None. The tab “Not seen” of a flow offers to.</p>}
      {remembered.value.map((each) => (
        <p key={`${each.clientId} ${each.authority}`}>
          <code>{each.clientId}</code> at {each.authority}{' '}
          <button class="boxed" onClick={() => forget(each)}>
            Forget
          </button>
        </p>
      ))}
      <p class="soft">Nothing you record leaves this browser unless you export it.</p>
    </Dialog>
  );
}

function Choice(props: {
  readonly words: string;
  readonly why: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}): JSX.Element {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={props.on}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>
        {props.words}
        <br />
        <span class="soft">{props.why}</span>
      </span>
    </label>
  );
}
