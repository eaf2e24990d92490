import { version } from '../../../package.json';

/** A report on a fault of ours without its message, which may hold captured values: version, kind, and places in our code. */
export function reportOf(error: unknown, what: string): string {
  const [kind, stack] = error instanceof Error ? [error.name, error.stack ?? ''] : [typeof error, ''];
  // A line of a stack ends in the name of a file and a place in it; what stands before may hold anything.
  const places = [...stack.matchAll(/([\w.-]+\.(?:js|tsx?)):(\d+):(\d+)\)?$/gm)].map(
    ([, file, line, column]) => `  at ${file}:${line}:${column}`,
  );
  return [`Grantscope ${version}: ${kind} while drawing the ${what}`, ...places].join('\n');
}
