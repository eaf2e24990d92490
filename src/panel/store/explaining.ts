import { signal, type ReadonlySignal } from '@preact/signals';

/** The texts that explain what is shown; undefined until they are there, and what reads them is then drawn again. */
export type Explanations = ReadonlySignal<typeof import('./explanations.ts') | undefined>;

/** The texts, loaded for the first view that reads them. */
export function createExplanations(load: () => Promise<typeof import('./explanations.ts')>): Explanations {
  const texts = signal<Explanations['value']>(undefined, {
    watched() {
      void load().then((loaded) => (texts.value = loaded));
    },
  });
  return texts;
}
