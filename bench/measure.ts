/** Tells the time in milliseconds, from any moment on. */
export type Clock = () => number;

/** The time that passes, whoever has the processor. */
const wallTime: Clock = () => performance.now();

/** What this process takes of the processors, its garbage collection on other threads included. */
export const processorTime: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Runs both in turn, after one run of each that does not count; milliseconds of each run. */
export function alternate(
  one: () => void,
  other: () => void,
  times: number,
  clock: Clock = wallTime,
): readonly [readonly number[], readonly number[]] {
  const timed = (work: () => void): number => {
    const startedAt = clock();
    work();
    return clock() - startedAt;
  };
  one();
  other();
  const runs = Array.from({ length: times }, () => [timed(one), timed(other)] as const);
  return [runs.map(([first]) => first), runs.map(([, second]) => second)];
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The middle of the ratios of runs that followed one another, so that a busy machine slows both. */
export function ratio(ones: readonly number[], others: readonly number[]): number {
  return median(ones.map((one, index) => one / (others[index] ?? Number.NaN)));
}

/** Prints a ratio against its target; one that misses it makes the process end with status 1. */
export function report(name: string, value: number, target: number, notes: readonly string[]): void {
  const met = value <= target;
  console.log(`${met ? '✓' : '✗'} ${name}: ${value.toFixed(2)} (target ${target}); ${notes.join(', ')}`);
  if (!met) process.exitCode = 1;
}
