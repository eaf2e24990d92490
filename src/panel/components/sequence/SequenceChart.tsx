import type { JSX } from 'preact';
import {
  fitMiddle,
  fitText,
  headHeight,
  layoutSequence,
  scaleToFit,
  textWidth,
  type PlacedLane,
  type SequenceLayout,
} from './layout.ts';
import type { Lane, SequenceModel } from './model.ts';
import { SequenceRowView } from './SequenceRowView.tsx';

interface Props {
  readonly model: SequenceModel;
  readonly width: number;
  /** Draws the time between messages to scale. */
  readonly toScale: boolean;
  /** Draws the whole chart within this height, as small as it takes; undefined: in its own size. */
  readonly fitInto: number | undefined;
  readonly selected: string | undefined;
  readonly onSelect: (rowId: string) => void;
}

/** The messages of a flow between those who took part, in order of time. One tab stop; arrow keys go from step to step. */
export function SequenceChart(props: Props): JSX.Element {
  const { model, width, toScale, fitInto, selected, onSelect } = props;
  const ownSize = layoutSequence(model, width, toScale);
  const scale = scaleToFit(ownSize.height, fitInto);
  const layout = scale === 1 ? ownSize : layoutSequence(model, width / scale, toScale);
  const steps = model.rows.filter(({ kind }) => kind === 'step');

  function move(event: KeyboardEvent): void {
    const at = steps.findIndex(({ id }) => id === selected);
    const target = new Map([
      ['ArrowDown', at + 1],
      ['ArrowUp', at - 1],
      ['Home', 0],
      ['End', steps.length - 1],
    ]).get(event.key);
    const row = target === undefined ? undefined : steps[target];
    if (target === undefined) return;
    event.preventDefault();
    if (row !== undefined) onSelect(row.id);
  }

  return (
    <div
      class="sequence"
      role="listbox"
      aria-label="Steps"
      tabIndex={0}
      aria-activedescendant={selected === undefined ? undefined : `step-${selected}`}
      onKeyDown={move}
    >
      <svg
        role="presentation"
        width={layout.width * scale}
        height={layout.height * scale}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
      >
        <Markers />
        {layout.lanes.map((lane) => (
          <LaneLine key={lane.index} lane={lane} model={model} layout={layout} />
        ))}
        {layout.rows.map((placed) => (
          <SequenceRowView
            key={placed.row.id}
            placed={placed}
            layout={layout}
            selected={placed.row.id === selected}
            onSelect={onSelect}
          />
        ))}
      </svg>
    </div>
  );
}

function LaneLine(props: {
  readonly lane: PlacedLane;
  readonly model: SequenceModel;
  readonly layout: SequenceLayout;
}): JSX.Element {
  const { x, boxX, boxWidth, index } = props.lane;
  const lane = props.model.lanes[index];
  const faint = lane?.reached === false ? ' unreached' : '';
  return (
    <g role="presentation" aria-hidden="true">
      <title>{lane?.host}</title>
      <path class={`lane${faint}`} d={`M${x} ${headHeight}V${props.layout.height - 4}`} />
      <rect class={`lane-head${faint}`} x={boxX} y="1" width={boxWidth} height={headHeight - 3} rx="6" />
      <text class="lane-title" x={x} y="16" text-anchor="middle">
        {laneTitle(lane, boxWidth - 6)}
      </text>
      <text class="soft" x={x} y="30" text-anchor="middle">
        {fitMiddle(lane?.host ?? '', boxWidth - 18)}
      </text>
    </g>
  );
}

function laneTitle(lane: Lane | undefined, room: number): string {
  const { title = '', shortTitle = '' } = lane ?? {};
  return fitText(textWidth(title) * 1.1 > room ? shortTitle : title, room);
}

function Markers(): JSX.Element {
  return (
    <defs>
      {['plain', 'bad', 'ghost'].map((kind) => (
        <marker
          key={kind}
          id={`head-${kind}`}
          class={`head ${kind}`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0L8 4L0 8z" />
        </marker>
      ))}
    </defs>
  );
}
