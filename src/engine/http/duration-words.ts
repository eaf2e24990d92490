import { isTimed } from './clock-time.ts';

/** A duration for people: "40 ms", "2.1 s", "5 min", "2 h". */
export function durationWords(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${trim(seconds)} s`;
  if (seconds < 3600) return `${trim(seconds / 60)} min`;
  return `${trim(seconds / 3600)} h`;
}

/** How long after a start something was: "+2.1 s", "start"; nothing where no times were recorded. */
export function offsetWords(start: number, instant: number): string {
  if (!isTimed(start)) return '';
  return instant > start ? `+${durationWords(instant - start)}` : 'start';
}

function trim(value: number): string {
  return value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
}
