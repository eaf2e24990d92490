import type { FlowReport } from '../../engine/diagnosis/report.ts';

/** A row of the flow list: the heading of a group, or a flow with its depth of nesting. */
export type FlowRow =
  | { readonly kind: 'group'; readonly id: string; readonly title: string }
  | { readonly kind: 'flow'; readonly id: string; readonly flow: FlowReport; readonly depth: number };

/** Lists flows newest first under the app they belong to, children below their parent in order of time. */
export function rowsOf(
  flows: readonly FlowReport[],
  appOf: (flow: FlowReport) => string,
): readonly FlowRow[] {
  const shown = new Set(flows.map(({ id }) => id));
  const children = groupBy(flows, ({ parent }) => (parent !== undefined && shown.has(parent) ? parent : ''));
  const roots = (children.get('') ?? []).toSorted((a, b) => b.startedAt - a.startedAt);
  const below = (flow: FlowReport, depth: number): FlowRow[] => [
    { kind: 'flow', id: flow.id, flow, depth },
    ...(children.get(flow.id) ?? []).flatMap((child) => below(child, depth + 1)),
  ];
  return [...groupBy(roots, appOf)].flatMap(([title, group]) => [
    { kind: 'group' as const, id: `group:${title}`, title },
    ...group.flatMap((flow) => below(flow, 0)),
  ]);
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
