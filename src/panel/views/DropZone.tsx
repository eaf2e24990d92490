import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';

interface Props {
  readonly onFile: (file: File) => Promise<void>;
  readonly onPaste: (name: string, text: string) => Promise<void>;
  /** Answers whether the key was meant for the panel. */
  readonly onKey: (key: string) => boolean;
  readonly children: ComponentChildren;
}

/** The panel as a place to drop a file on, to paste its text, and to press keys in. */
export function DropZone({ onFile, onPaste, onKey, children }: Props): JSX.Element {
  const isOver = useSignal(false);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (onKey(event.key)) event.preventDefault();
    };
    const paste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text === '' || isTyping(event.target)) return;
      event.preventDefault();
      void onPaste('Pasted text', text);
    };
    document.addEventListener('keydown', press);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('keydown', press);
      document.removeEventListener('paste', paste);
    };
  }, [onKey, onPaste]);
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
        if (file !== undefined) void onFile(file);
      }}
    >
      {children}
    </div>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input:not([type=file]), textarea, dialog') !== null;
}
