import { signal, type ReadonlySignal } from '@preact/signals';
import { tooLarge } from '../../engine/http/file-size.ts';
import { visible } from '../../engine/http/visible.ts';

/** What is read of a `File`. */
export interface ReadableFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** A file on its way into the panel. */
interface Reading {
  readonly name: string;
  /** Bytes there are. */
  readonly size: number;
  /** Bytes read so far. */
  readonly read: number;
}

/** Reads the files that a user gives, one at a time. */
export interface FileReading {
  /** The large file that is being read; a small one is there before anything could be shown. */
  readonly current: ReadonlySignal<Reading | undefined>;
  /** Reads a file and shows it; a file that is still being read is given up for it. */
  read(file: ReadableFile): Promise<void>;
  cancel(): void;
}

/** Bytes that are read at once; a file of no more needs no progress. */
export const sliceSize = 4 * 1024 * 1024;

const gone = 'The browser does not hand it over: it may be a folder, or was moved or changed meanwhile.';

/** Makes the reader: the text of a file goes to `open`, the reason why there is none to `refuse`. */
export function createFileReading(
  open: (name: string, text: string) => Promise<void>,
  refuse: (name: string, reason: string) => void,
): FileReading {
  const current = signal<Reading | undefined>(undefined);
  let latest: ReadableFile | undefined;

  async function textOf(file: ReadableFile): Promise<string> {
    const { size } = file;
    const name = visible(file.name);
    const isWanted = (): boolean => latest === file;
    let decoder: TextDecoder | undefined;
    let text = '';
    let read = 0;
    while (read < size && isWanted()) {
      if (size > sliceSize) current.value = { name, size, read };
      const bytes = new Uint8Array(await file.slice(read, read + sliceSize).arrayBuffer());
      // Windows shells write UTF-16 when a program's output is sent to a file.
      decoder ??= new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8');
      text += decoder.decode(bytes, { stream: true });
      read += bytes.length;
    }
    return text;
  }

  async function show(file: ReadableFile): Promise<void> {
    latest = file;
    current.value = undefined;
    const problem = tooLarge(file.size);
    const text = problem === undefined ? await textOf(file).catch(() => undefined) : undefined;
    if (latest !== file) return;
    if (text === undefined) refuse(file.name, problem ?? gone);
    else await open(file.name, text);
    if (latest === file) cancel();
  }

  function cancel(): void {
    latest = undefined;
    current.value = undefined;
  }

  return { current, read: show, cancel };
}
