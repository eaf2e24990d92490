import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { windowOf } from '../../components/windowing.ts';
import { problemCount } from '../../store/filter.ts';
import type { Store } from '../../store/create-store.ts';
import { shownRow, type FlowRow } from '../../store/flow-rows.ts';
import { FlowItem } from './FlowItem.tsx';
import { flowWords, indent, linesOf, rowHeight } from './flow-words.ts';
import { RefreshItem } from './RefreshItem.tsx';

/** Of a heading and of what refreshes were, pixels. */
const lowHeight = 26;

/** What a row needs beside its words, pixels: the mark and what is around them. */
const aroundWords = 44;

/** The list of flows; only the rows in view are in the document. The list keeps the focus, so updates cannot take it. */
export function FlowList({ store }: { readonly store: Store }): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const scrolled = useSignal(0);
  const view = useSignal(800);
  const width = useSignal(globalThis.innerWidth);
  const rows = store.rows.value;
  // An empty list is hidden and has no width; an observer tells of the new one only with the next frame, and rows would jump there.
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const measure = (): void => {
      view.value = element.clientHeight;
      width.value = element.clientWidth;
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [rows.length === 0]);
  const lines = rows.map((row) => {
    const room = width.value - aroundWords - ('depth' in row ? row.depth * indent : 0);
    return row.kind === 'flow' ? linesOf(flowWords(row.flow), room, problemCount(row.flow) > 0) : 0;
  });
  const heights = lines.map((each) => (each === 0 ? lowHeight : rowHeight(each)));
  const shown = windowOf(heights, scrolled.value, view.value);
  const selected = shownRow(rows, store.selected.value, store.step.value);
  const isDrawn = rows.slice(shown.first, shown.end).some(({ id }) => id === selected);

  function select(row: FlowRow): void {
    if (row.kind === 'flow') store.select(row.id);
    else if (row.kind === 'refreshes') {
      store.select(row.flow.id, row.steps.find(({ failed }) => failed) ?? row.steps.at(-1));
      store.detailTab.value = 'sequence';
    }
  }

  function move(event: KeyboardEvent): void {
    const flows = rows.filter(({ kind }) => kind !== 'group');
    const at = flows.findIndex(({ id }) => id === selected);
    const target = new Map([
      ['ArrowDown', at + 1],
      ['ArrowUp', at - 1],
      ['PageDown', Math.min(at + 10, flows.length - 1)],
      ['PageUp', Math.max(at - 10, 0)],
      ['Home', 0],
      ['End', flows.length - 1],
    ]).get(event.key);
    if (target === undefined) return;
    event.preventDefault();
    const next = flows[target];
    if (next === undefined) return;
    select(next);
    const index = rows.indexOf(next);
    const start = heights.slice(0, index).reduce<number>((sum, each) => sum + each, 0);
    const element = list.current;
    if (element === null) return;
    if (start < element.scrollTop) element.scrollTop = start;
    else if (start + (heights[index] ?? 0) > element.scrollTop + element.clientHeight) {
      element.scrollTop = start + (heights[index] ?? 0) - element.clientHeight;
    }
  }

  return (
    <div
      ref={list}
      class="flows"
      role="listbox"
      aria-label="Flows"
      aria-activedescendant={isDrawn ? `flow-${selected}` : undefined}
      tabIndex={0}
      onKeyDown={move}
      onScroll={(event) => (scrolled.value = event.currentTarget.scrollTop)}
    >
      <div role="presentation" style={{ height: `${shown.before}px` }} />
      {rows.slice(shown.first, shown.end).map((row, index) =>
        row.kind === 'group' ? (
          <div key={row.id} class="group" role="presentation">
            {row.title}
          </div>
        ) : row.kind === 'flow' ? (
          <FlowItem
            key={row.id}
            store={store}
            flow={row.flow}
            depth={row.depth}
            lines={lines[shown.first + index] ?? 2}
            selected={row.id === selected}
            onSelect={() => select(row)}
          />
        ) : (
          <RefreshItem
            key={row.id}
            store={store}
            row={row}
            selected={row.id === selected}
            onSelect={() => select(row)}
          />
        ),
      )}
      <div role="presentation" style={{ height: `${shown.after}px` }} />
    </div>
  );
}
