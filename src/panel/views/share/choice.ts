import { signal, type Signal } from '@preact/signals';
import type { FlowReport } from '../../../engine/diagnosis/report.ts';
import type { ShareFormat } from '../../../engine/trace/share-formats.ts';
import type { Store } from '../../store/create-store.ts';
import type { ShareChoice } from '../../store/share.ts';

/** Which flows are shared: the one on screen, those the filters leave, all, or those that are ticked. */
export type Scope = 'selected' | 'shown' | 'all' | 'ticked';

/** What the user does in the dialog. */
export interface Sharing {
  /** `png` is the picture of `svg`, drawn. */
  readonly format: Signal<ShareFormat | 'png'>;
  readonly scope: Signal<Scope>;
  readonly ticked: Signal<ReadonlySet<string>>;
  readonly level: Signal<ShareChoice['level']>;
  readonly keepNames: Signal<ReadonlySet<string>>;
  readonly hideTraceIds: Signal<boolean>;
  /** What was typed to confirm that nothing is removed. */
  readonly typed: Signal<string>;
}

/** To be typed before a file with secrets is written. */
export const confirmation = 'share the secrets';

/** The dialog as it opens. */
export function createSharing(flow: FlowReport | undefined): Sharing {
  return {
    format: signal<ShareFormat | 'png'>('trace'),
    scope: signal<Scope>('selected'),
    ticked: signal<ReadonlySet<string>>(new Set(flow === undefined ? [] : [flow.id])),
    level: signal<ShareChoice['level']>('strict'),
    keepNames: signal<ReadonlySet<string>>(new Set()),
    hideTraceIds: signal(false),
    typed: signal(''),
  };
}

/** The flows that the choice is about. */
export function flowsOf({ scope, ticked }: Sharing, store: Store): readonly FlowReport[] {
  const all = store.recording.value.flows.value;
  switch (scope.value) {
    case 'selected':
      return store.judged.value === undefined ? [] : [store.judged.value];
    case 'shown': {
      const shown = new Set(store.rows.value.flatMap((row) => (row.kind === 'flow' ? [row.id] : [])));
      return all.filter(({ id }) => shown.has(id));
    }
    case 'all':
      return all;
    case 'ticked':
      return all.filter(({ id }) => ticked.value.has(id));
  }
}

/** The set with the member added or taken away. */
export function toggled(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  return set.has(member) ? new Set([...set].filter((each) => each !== member)) : new Set([...set, member]);
}
