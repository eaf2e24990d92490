import { expect, test } from 'vitest';
import { createFileReading, sliceSize, type ReadableFile } from './file-reading.ts';

/** A reader, and what became of the files it was given. */
function reader() {
  const said: (readonly [string, string])[] = [];
  const note = (name: string, words: string): void => void said.push([name, words]);
  return { ...createFileReading((name, text) => Promise.resolve(note(name, text)), note), said };
}

/** A file of the browser's, whose slices are handed over one by one when the test says so. */
function slowFile(name: string, text: string) {
  const waiting: (() => void)[] = [];
  const blob = new Blob([text]);
  const file: ReadableFile = {
    name,
    size: blob.size,
    slice: (start, end) => ({
      arrayBuffer: async () => {
        await new Promise<void>((resolve) => waiting.push(resolve));
        return blob.slice(start, end).arrayBuffer();
      },
    }),
  };
  return { file, handOver: () => waiting.shift()?.() };
}

const threeSlices = `${'a'.repeat(2 * sliceSize)}äöü`;

test('a small file is read without progress', async () => {
  const { read, current, said } = reader();
  const { file, handOver } = slowFile('small.har', '{}');
  const done = read(file);
  expect(current.value).toBeUndefined();
  handOver();
  await done;
  expect(said).toEqual([['small.har', '{}']]);
});

test('a large file tells how far it is, and is whole where slices part a character', async () => {
  const { read, current, said } = reader();
  const { file, handOver } = slowFile('big.har', `ä${'a'.repeat(sliceSize - 3)}ö${'b'.repeat(9)}`);
  const done = read(file);
  expect(current.value).toEqual({ name: 'big.har', size: sliceSize + 10, read: 0 });
  handOver();
  await expect.poll(() => current.value?.read).toBe(sliceSize);
  handOver();
  await done;
  expect(current.value).toBeUndefined();
  expect(said).toEqual([['big.har', `ä${'a'.repeat(sliceSize - 3)}ö${'b'.repeat(9)}`]]);
});

test('a file that is cancelled is read no further and shown nowhere', async () => {
  const { read, cancel, current, said } = reader();
  const { file, handOver } = slowFile('big.har', threeSlices);
  const done = read(file);
  cancel();
  expect(current.value).toBeUndefined();
  handOver();
  await done;
  expect({ said, current: current.value }).toEqual({ said: [], current: undefined });
});

test('the file that is given last is the one that is shown', async () => {
  const { read, current, said } = reader();
  const [first, second] = [slowFile('first.har', threeSlices), slowFile('second.har', '{}')];
  const reading = [read(first.file), read(second.file)];
  second.handOver();
  first.handOver();
  await Promise.all(reading);
  expect({ said, current: current.value }).toEqual({ said: [['second.har', '{}']], current: undefined });
});

test('what Windows shells write is read', async () => {
  const { read, said } = reader();
  const file = new File([new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])], 'shell.har');
  await read(file);
  expect(said).toEqual([['shell.har', '{}']]);
});

test('a file of more than 300 MB is refused unread', async () => {
  const { read, said } = reader();
  const slice = () => {
    throw new Error('It was read.');
  };
  await read({ name: 'huge.har', size: 300_000_001, slice });
  expect(said).toEqual([['huge.har', 'The file has 301 MB; 300 MB are allowed.']]);
});

test('a folder, or a file that is gone, is refused in a sentence', async () => {
  const { read, said } = reader();
  const slice = () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) });
  await read({ name: 'folder', size: 4096, slice });
  expect(said).toEqual([
    ['folder', 'The browser does not hand it over: it may be a folder, or was moved or changed meanwhile.'],
  ]);
});
