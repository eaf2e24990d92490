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

/** A file and the choice it was written for. */
interface Written {
  readonly request: string;
  readonly file: SharedFile;
}

/** What to share and how, and the file exactly as it will be saved. */
export function ShareDialog(props: { readonly store: Store; readonly onClose: () => void }): JSX.Element {
  const { store, onClose } = props;
  const sharing = useMemo(() => createSharing(store.judged.peek()), []);
  const written = useSignal<Written | undefined>(undefined);
  const names = useSignal<readonly string[]>([]);
  const flows = flowsOf(sharing, store);
  const { format, level, keepNames, hideTraceIds } = sharing;
  const isConfirmed = level.value !== 'revealed' || sharing.typed.value.trim() === confirmation;
  const isPossible = isConfirmed && flows.length > 0;
  const request = JSON.stringify([
    format.value,
    level.value,
    [...keepNames.value],
    hideTraceIds.value,
    isConfirmed,
    flows.map(({ id }) => id),
  ]);

  useEffect(() => {
    let isStale = false;
    async function write(): Promise<void> {
      const file = await store.share(flows, {
        format: format.value === 'png' ? 'svg' : format.value,
        level: level.value,
        keepNames: [...keepNames.value],
        hideTraceIds: hideTraceIds.value,
      });
      const keepable = await store.keepableNames(flows);
      if (isStale) return;
      written.value = { request, file };
      names.value = keepable;
    }
    if (isPossible) void write();
    return () => {
      isStale = true;
    };
  }, [request]);
  // What was written for an earlier choice is never shown under the new one.
  const file = written.value?.request === request ? written.value.file : undefined;

  return (
    <Dialog title="Export" onClose={onClose} large>
      <div class="share">
        <div class="share-choices">
          <FormatChoice sharing={sharing} />
          <ScopeChoice store={store} sharing={sharing} />
          <LevelChoice sharing={sharing} names={names.value} />
        </div>
        {isPossible ? (
          file !== undefined && <File file={file} format={format.value} />
        ) : (
          <p class="soft">{isConfirmed ? 'Choose at least one login.' : 'Nothing is written yet.'}</p>
        )}
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
  readonly file: SharedFile;
  readonly format: (typeof formats)[number][0];
}): JSX.Element {
  const { file, format } = props;
  const isPng = format === 'png';
  const { text, mediaType } = file;
  const name = isPng ? file.name.replace(/svg$/, 'png') : file.name;
  async function save(): Promise<void> {
    saveFile(name, isPng ? await rasterise(text) : new Blob([text], { type: mediaType }));
  }
  return (
    <section class="share-file" aria-label={formats.find(([each]) => each === format)?.[1]}>
      <p class="save">
        <button class="boxed primary" onClick={() => void save()}>
          Save
        </button>{' '}
        <code>{name}</code>
      </p>
      <ReceiptView receipt={file.receipt} />
      {mediaType === 'image/svg+xml' && <Picture svg={text} />}
      {!isPng && <Preview text={text} />}
    </section>
  );
}
