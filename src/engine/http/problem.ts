/** Why an input cannot be read: a value, never an exception. */
export interface Problem {
  readonly problem: true;
  /** Name of the file or other source. */
  readonly file: string;
  /** Where in it: a path such as `log.entries[3].request.url`, or a line and column. */
  readonly place: string;
  /** One sentence for people. */
  readonly reason: string;
}

/** Makes a Problem. */
export function problemAt(file: string, place: string, reason: string): Problem {
  return { problem: true, file, place, reason };
}

/** Asks whether a reader refused its input. */
export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'problem' in value && value.problem === true;
}
