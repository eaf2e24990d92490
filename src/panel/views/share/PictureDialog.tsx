import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { Dialog } from '../../components/Dialog.tsx';
import type { Store } from '../../store/create-store.ts';
import { rasterise } from './rasterise.ts';
import { saveFile } from './save-file.ts';

interface Drawn {
  readonly name: string;
  readonly png: Blob;
  readonly address: string;
}

/** The login on screen as a picture to copy or to save. */
export function PictureDialog(props: { readonly store: Store; readonly onClose: () => void }): JSX.Element {
  const { store, onClose } = props;
  const drawn = useSignal<Drawn | undefined>(undefined);
  const said = useSignal('');
  useEffect(() => {
    let made: string | undefined;
    async function draw(): Promise<void> {
      const flow = store.judged.peek();
      if (flow === undefined) return;
      const { name, text } = await store.share([flow], { format: 'svg' });
      const png = await rasterise(text);
      made = URL.createObjectURL(png);
      drawn.value = { name: name.replace(/svg$/, 'png'), png, address: made };
    }
    void draw();
    return () => {
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, []);
  async function copy(png: Blob): Promise<void> {
    said.value = await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]).then(
      () => 'Copied',
      () =>
        'This browser does not let a DevTools panel copy pictures: right-click the picture and choose “Copy image”.',
    );
  }
  if (drawn.value === undefined)
    return (
      <Dialog title="Picture" onClose={onClose} large>
        <p>Drawing…</p>
      </Dialog>
    );
  const { name, png, address } = drawn.value;
  return (
    <Dialog title="Picture" onClose={onClose} large>
      <p>
        <button class="boxed primary" onClick={() => void copy(png)}>
          Copy picture
        </button>{' '}
        <button class="boxed" onClick={() => saveFile(name, png)}>
          Save
        </button>{' '}
        <span role="status">{said.value}</span>
      </p>
      <img class="picture" src={address} alt="The verdict with its proof and the sequence" />
    </Dialog>
  );
}
