import type { JSX } from 'preact';
import { durationWords } from '../../../engine/http/duration-words.ts';
import {
  fitText,
  shortTo,
  startOf,
  textWidth,
  type PlacedRow,
  type SequenceLayout,
  type Wait,
} from './layout.ts';
import type { LifeBar, SequenceRow } from './model.ts';

interface Props {
  readonly placed: PlacedRow;
  readonly layout: SequenceLayout;
  readonly selected: boolean;
  readonly onSelect: (rowId: string) => void;
}

/** One message of the chart and its answer. */
export function SequenceRowView({ placed, layout, selected, onSelect }: Props): JSX.Element {
  const { row, top, height, fromX, toX, textX, endX, arrowY, answerY, noteY, lifeY } = placed;
  const { width } = layout;
  const isStep = row.kind === 'step';
  const kind = row.kind === 'unseen' ? 'ghost' : row.failed && row.answer === undefined ? 'bad' : 'plain';
  const role = isStep
    ? ({ role: 'option', 'aria-selected': selected } as const)
    : ({ role: 'presentation' } as const);
  return (
    <g
      id={`step-${row.id}`}
      class={isStep ? 'row' : `row ${row.kind}`}
      {...role}
      onClick={() => isStep && onSelect(row.id)}
    >
      {placed.wait !== undefined && placed.wait.height > 9 && (
        <Waiting wait={placed.wait} top={top} x={layout.gutter > 0 ? 14 : 4} />
      )}
      <rect class="row-back" x="0" y={top} width={width} height={height} rx="5" />
      {layout.gutter > 0 && (
        <text class="soft time" x="8" y={arrowY - 6}>
          {row.time}
        </text>
      )}
      {row.life !== undefined && lifeY !== undefined && (
        <Life life={row.life} x={textX} y={lifeY} end={endX} />
      )}
      <path class={`arrow ${kind}`} d={arrow(fromX, toX, arrowY)} marker-end={`url(#head-${kind})`} />
      <Label row={row} x={textX} y={arrowY - 6} end={endX} edge={width} />
      {row.answer !== undefined && answerY !== undefined && (
        <>
          <path
            class={`arrow answer ${row.failed ? 'bad' : 'plain'}`}
            d={arrow(toX, fromX, answerY)}
            marker-end={`url(#head-${row.failed ? 'bad' : 'plain'})`}
          />
          <Note
            className={row.failed ? 'bad-text' : 'soft'}
            text={row.failed ? `✕ ${row.answer}` : row.answer}
            x={textX}
            y={answerY - 6}
            edge={width}
          />
        </>
      )}
      {row.note !== undefined && noteY !== undefined && (
        <Note className="soft" text={shortTo(row.note, endX - textX)} x={textX} y={noteY} edge={width} />
      )}
    </g>
  );
}

/** The time before a message, as long as it was. */
function Waiting(props: { readonly wait: Wait; readonly top: number; readonly x: number }): JSX.Element {
  const { wait, top, x } = props;
  const from = top - wait.height;
  return (
    <g aria-hidden="true">
      <path class="wait" d={`M${x} ${from + 3}V${top - 3}M${x - 3} ${from + 3}h6M${x - 3} ${top - 3}h6`} />
      {wait.height > 18 && (
        <text class="soft time" x={x + 6} y={from + wait.height / 2 + 4}>
          {durationWords(wait.time)}
        </text>
      )}
    </g>
  );
}

interface NoteProps {
  readonly className: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly edge: number;
}

function Note({ className, text, x, y, edge }: NoteProps): JSX.Element {
  return (
    <text class={className} x={startOf(text, x, edge)} y={y}>
      {fitText(text, edge - 8)}
    </text>
  );
}

/** The message in words, then what is on the wire as far as the arrow goes; what is wrong always shows. */
function Label(props: {
  readonly row: SequenceRow;
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly edge: number;
}): JSX.Element {
  const { label, wire, alert, failed, answer, kind } = props.row;
  const warning = alert === undefined ? '' : `  ${alert}`;
  const isBad = failed && answer === undefined;
  const room = props.end - props.x - textWidth(isBad ? `✕ ${warning}` : warning);
  const words = `${isBad ? '✕ ' : ''}${shortTo(label, room)}`;
  const x = startOf(words + warning, props.x, props.edge);
  const wireRoom = props.end - x - textWidth(words + warning) - 12;
  return (
    <text x={x} y={props.y} class={isBad ? 'bad-text' : kind === 'step' ? undefined : 'soft'}>
      {fitText(words, props.edge - 8)}
      {wireRoom > 54 && <tspan class="soft wire">{`  ${fitText(wire, wireRoom)}`}</tspan>}
      {alert !== undefined && <tspan class="bad-text">{warning}</tspan>}
    </text>
  );
}

function Life(props: {
  readonly life: LifeBar;
  readonly x: number;
  readonly y: number;
  readonly end: number;
}): JSX.Element {
  const { life, x, y, end } = props;
  if (life.lifetime === undefined) {
    return (
      <text class="soft" x={x} y={y} aria-hidden="true">
        {life.words}
      </text>
    );
  }
  const width = Math.max(40, Math.min(180, end - x - textWidth(life.words) - 8));
  const { lifetime } = life;
  const scale = width / Math.max(life.age, lifetime, 1);
  const within = Math.max(3, Math.min(life.age, lifetime) * scale);
  const over = Math.max(0, life.age - lifetime) * scale;
  return (
    <g aria-hidden="true">
      <rect class="life" x={x} y={y - 8} width={Math.max(3, lifetime * scale)} height="8" rx="3" />
      <rect class="life-used" x={x} y={y - 8} width={within} height="8" rx="3" />
      {over > 0 && <rect class="life-over" x={x + within} y={y - 8} width={over} height="8" rx="3" />}
      <text class={over > 0 ? 'bad-text' : 'soft'} x={x + width + 8} y={y}>
        {life.words}
      </text>
    </g>
  );
}

function arrow(from: number, to: number, y: number): string {
  return `M${from} ${y}H${to + (to > from ? -3 : 3)}`;
}
