import { createAnalyzer } from '../engine/analyze.ts';
import type { Exchange } from '../engine/http/exchange.ts';
import { valueAt } from '../engine/http/value-at.ts';
import { createRedactor } from '../engine/trace/redact.ts';
import { createRecording, type Recording } from '../panel/store/recording.ts';

/** A recording of the panel that has read exchanges; what it puts off is done by `later`, at once when none is given. */
export function recordingOf(
  exchanges: readonly Exchange[],
  later: (task: () => void) => void = (task) => task(),
): Recording {
  const recording = createRecording({
    analyzer: createAnalyzer(),
    redactor: createRedactor({ key: new Uint8Array(32) }),
    valueAt,
    now: () => undefined,
    later,
  });
  recording.replace(exchanges);
  return recording;
}
