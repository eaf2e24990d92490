import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Dialog } from '../../components/Dialog.tsx';
import type { Store } from '../../store/create-store.ts';
import type { SharedFile } from '../../store/share.ts';
import { confirmation, createSharing, flowsOf, type Sharing } from './choice.ts';
import { LevelChoice } from './LevelChoice.tsx';
import { Picture } from './Picture.tsx';
import { Preview } from './Preview.tsx';
import { rasterise } from './rasterise.ts';
import { ReceiptView } from './ReceiptView.tsx';
import { saveFile } from './save-file.ts';
import { ScopeChoice } from './ScopeChoice.tsx';

const formats = [
  ['trace', 'Grantscope trace'],
  ['har', 'HAR'],
  ['markdown', 'Markdown'],
  ['mermaid', 'Mermaid'],
  ['html', 'HTML report'],
  ['svg', 'Picture (SVG)'],
  ['png', 'Picture (PNG)'],
  ['curl', 'curl commands'],
] as const;

/** What to share and how, and the file exactly as it will be saved. */
export function ShareDialog(props: { readonly store: Store; readonly onClose: () => void }): JSX.Element {
  const { store, onClose } = props;
  const sharing = useMemo(() => createSharing(store.selected.peek()), []);
  const file = useSignal<SharedFile | undefined>(undefined);
  const names = useSignal<readonly string[]>([]);
  const flows = flowsOf(sharing, store);
  const { format, level, keepNames } = sharing;
  const isConfirmed = level.value !== 'revealed' || sharing.typed.value.trim() === confirmation;
  const ids = flows.map(({ id }) => id).join(' ');

  useEffect(() => {
    let isStale = false;
    async function write(): Promise<void> {
      const written = await store.share(flows, {
        format: format.value === 'png' ? 'svg' : format.value,
        level: level.value,
        keepNames: [...keepNames.value],
      });
      const keepable = await store.keepableNames(flows);
      if (isStale) return;
      file.value = written;
      names.value = keepable;
    }
    file.value = undefined;
    if (isConfirmed && ids !== '') void write();
    return () => {
      isStale = true;
    };
  }, [ids, format.value, level.value, keepNames.value, isConfirmed]);

  return (
    <Dialog title="Export" onClose={onClose} wide>
      <div class="share">
        <div class="share-choices">
          <FormatChoice sharing={sharing} />
          <ScopeChoice store={store} sharing={sharing} />
          <LevelChoice sharing={sharing} names={names.value} />
        </div>
        <File file={file.value} isPng={format.value === 'png'} isConfirmed={isConfirmed} />
      </div>
    </Dialog>
  );
}

function FormatChoice({ sharing }: { readonly sharing: Sharing }): JSX.Element {
  return (
    <label class="format">
      Format{' '}
      <select
        value={sharing.format.value}
        onChange={(event) => {
          const chosen = formats.find(([each]) => each === event.currentTarget.value);
          if (chosen !== undefined) sharing.format.value = chosen[0];
        }}
      >
        {formats.map(([each, title]) => (
          <option key={each} value={each}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function File(props: {
  readonly file: SharedFile | undefined;
  readonly isPng: boolean;
  readonly isConfirmed: boolean;
}): JSX.Element {
  const { file, isPng, isConfirmed } = props;
  if (file === undefined)
    return <p class="soft">{isConfirmed ? 'Choose at least one login.' : 'Nothing is written yet.'}</p>;
  const { text, mediaType } = file;
  const name = isPng ? file.name.replace(/svg$/, 'png') : file.name;
  async function save(): Promise<void> {
    saveFile(name, isPng ? await rasterise(text) : new Blob([text], { type: mediaType }));
  }
  return (
    <div class="share-file">
      <p class="save">
        <button class="boxed primary" onClick={() => void save()}>
          Save
        </button>{' '}
        <code>{name}</code>
      </p>
      <ReceiptView receipt={file.receipt} />
      {mediaType === 'image/svg+xml' && <Picture svg={text} />}
      {!isPng && <Preview text={text} />}
    </div>
  );
}
