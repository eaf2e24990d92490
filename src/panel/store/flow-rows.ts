import type { FlowOutline, Step } from '../../engine/diagnosis/report.ts';
import { isRefresh } from '../../engine/flow/refresh-label.ts';

/** A row of the flow list: the heading of a group, a flow with its depth of nesting, or what a flow's refreshes were. */
export type FlowRow =
  | { readonly kind: 'group'; readonly id: string; readonly title: string }
  | { readonly kind: 'flow'; readonly id: string; readonly flow: FlowOutline; readonly depth: number }
  | RefreshRow;

/** The refreshes of a login in one row below it. */
export interface RefreshRow {
  readonly kind: 'refreshes';
  readonly id: string;
  readonly flow: FlowOutline;
  readonly depth: number;
  readonly steps: readonly Step[];
}

/** Lists flows newest first under the app they belong to, refreshes and children below their login in order of time. */
export function rowsOf(
  flows: readonly FlowOutline[],
  appOf: (flow: FlowOutline) => string,
): readonly FlowRow[] {
  const shown = new Set(flows.map(({ id }) => id));
  const children = groupBy(flows, ({ parent }) => (parent !== undefined && shown.has(parent) ? parent : ''));
  const roots = (children.get('') ?? []).toSorted((a, b) => b.startedAt - a.startedAt);
  const below = (flow: FlowOutline, depth: number): FlowRow[] => [
    { kind: 'flow', id: flow.id, flow, depth },
    ...refreshesOf(flow, depth + 1),
    ...(children.get(flow.id) ?? []).flatMap((child) => below(child, depth + 1)),
  ];
  return [...groupBy(roots, appOf)].flatMap(([title, group]) => [
    { kind: 'group' as const, id: `group:${title}`, title },
    ...group.flatMap((flow) => below(flow, 0)),
  ]);
}

/** A chain of refreshes whose login was not seen has no row of its own: it is the flow. */
function refreshesOf(flow: FlowOutline, depth: number): readonly RefreshRow[] {
  const steps = flow.refreshes === 0 ? [] : flow.steps.filter(isRefresh);
  return steps.length === 0 ? [] : [{ kind: 'refreshes', id: `${flow.id}-refreshes`, flow, depth, steps }];
}

/** The row of the list that stands for what is shown: a flow, or its refreshes when one of them is the chosen step. */
export function shownRow(
  rows: readonly FlowRow[],
  flow: FlowOutline | undefined,
  step: Step | undefined,
): string | undefined {
  const refreshes = rows.find(
    (row) =>
      row.kind === 'refreshes' && row.flow.id === flow?.id && step !== undefined && row.steps.includes(step),
  );
  return refreshes?.id ?? flow?.id;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
