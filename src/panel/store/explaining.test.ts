import { effect } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { createExplanations } from './explaining.ts';
import * as texts from './explanations.ts';

test('the texts are loaded when something reads them, not before, and what reads them then hears of it', async () => {
  let loads = 0;
  const explanations = createExplanations(() => {
    loads += 1;
    return Promise.resolve(texts);
  });
  const sentences: (string | undefined)[] = [];
  await Promise.resolve();
  expect(loads).toBe(0);

  const stop = effect(() => {
    sentences.push(explanations.value?.explanationOf('code', 'form')?.sentence);
  });
  await vi.waitFor(() => expect(sentences).toHaveLength(2));
  expect(sentences).toEqual([undefined, expect.stringMatching(/one-time proof of the login/u)]);
  expect(loads).toBe(1);
  stop();
});
