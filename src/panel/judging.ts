import { signal, type ReadonlySignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import type { Judge } from '../engine/diagnosis/read-flow.ts';
import type { DetailProps } from './views/detail/Detail.tsx';

/** The part of the panel that is loaded beside its list. */
interface Judging {
  /** Shows a flow that is judged; undefined until it is loaded. */
  readonly detail: ReadonlySignal<FunctionComponent<DetailProps> | undefined>;
  readonly judge: Promise<Judge>;
  /** Does a task once the first verdict can be made, which reading a long log would hold up. */
  readonly afterJudging: (task: () => void) => void;
}

/** What stands for the second part of the panel until it is there. */
export function createJudging(judged: Promise<typeof import('./judged.ts')>): Judging {
  const detail = signal<FunctionComponent<DetailProps> | undefined>(undefined);
  const judge = judged.then((loaded) => {
    detail.value = loaded.Detail;
    return loaded.judge;
  });
  const afterJudging = (task: () => void): void => {
    const soon = (): void => void setTimeout(task);
    judged.then(soon, soon);
  };
  return { detail, judge, afterJudging };
}
