import type { JSX } from 'preact';

const narrowest = 180;
const widest = 520;
const keyStep = 16;

/** The line between the list and the detail; dragged, or moved with the arrow keys. */
export function Divider(props: {
  readonly width: number;
  readonly onMove: (width: number) => void;
}): JSX.Element {
  const { width, onMove } = props;
  function set(value: number): void {
    onMove(Math.round(Math.min(widest, Math.max(narrowest, value))));
  }
  return (
    <div
      class="divider"
      role="separator"
      aria-label="Width of the list"
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) set(event.clientX);
      }}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? keyStep : event.key === 'ArrowLeft' ? -keyStep : 0;
        if (step === 0) return;
        event.preventDefault();
        set(width + step);
      }}
    />
  );
}
