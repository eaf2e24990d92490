import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';

interface Props {
  readonly onFile: (name: string, text: string) => void;
  readonly children: ComponentChildren;
}

/** The panel as a place to drop a file on. */
export function DropZone({ onFile, children }: Props): JSX.Element {
  const isOver = useSignal(false);
  return (
    <div
      class={isOver.value ? 'panel dropping' : 'panel'}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => (isOver.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) readInto(file, onFile);
      }}
    >
      {children}
    </div>
  );
}

/** Reads a file the user gave and hands it on; a file that vanished meanwhile reads as empty, which is refused with a reason. */
export function readInto(file: File, onFile: (name: string, text: string) => void): void {
  file.text().then(
    (text) => onFile(file.name, text),
    () => onFile(file.name, ''),
  );
}
