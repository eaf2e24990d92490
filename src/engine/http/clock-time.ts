/** Further apart than whatever counts as at once, and close enough for a login. */
const apart = 10_000;

/** No recording is from before 1973. */
const firstTime = 100_000_000_000;

/** A place in the order of a recording that has no times, in the form of a time. */
export function placeInOrder(index: number): number {
  return (index + 1) * apart;
}

/** Whether an instant is a time and not a mere place in an order. */
export function isTimed(instant: number): boolean {
  return instant >= firstTime;
}

/** An instant that a clock showed, Unix milliseconds; NaN for a place in an order, so that no comparison with it holds. */
export function clockTime(instant: number): number {
  return isTimed(instant) ? instant : NaN;
}
