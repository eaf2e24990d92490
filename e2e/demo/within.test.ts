import { expect, test } from 'vitest';
import { within } from './within.ts';

test('work that ends in time gives its result, or its own error', async () => {
  expect(await within(5, 'A step', Promise.resolve('done'))).toBe('done');
  await expect(within(5, 'A step', Promise.reject(new Error('No port.')))).rejects.toThrow('No port.');
});

test('work that never ends is named', async () => {
  const never = new Promise<string>(() => {});
  await expect(within(0.01, 'Starting the browser', never)).rejects.toThrow(
    'Starting the browser took longer than 0.01 s.',
  );
});
