import type { Evidence, FlowReport } from '../diagnosis/report.ts';
import { valueAt } from '../http/value-at.ts';
import { isPlaceholder } from './placeholder.ts';
import { cut } from './proof-lines.ts';
import type { Shareable } from './shareable.ts';

/** What the failing answer said. */
interface ServerWords {
  /** Its error text; undefined when it had none, or when the proof of the cause shows it already. */
  readonly text: string | undefined;
  /** Names and values by which the server's operator finds the request in the log, the server's time among them. */
  readonly handles: readonly (readonly [name: string, value: string])[];
}

/** The server's own words on a failure, read where two rules found them. */
export function serverWords(flow: FlowReport, { exchanges }: Shareable): ServerWords {
  const read = (at: Evidence): string | undefined => {
    const exchange = exchanges.find(({ id }) => id === at.exchange);
    const value = exchange === undefined ? undefined : valueAt(exchange, at);
    return value === undefined ? undefined : cut(value);
  };
  const evidenceOf = (rule: string): readonly Evidence[] =>
    flow.findings.find((finding) => finding.rule === rule)?.evidence ?? [];
  const proved = flow.verdict.causes[0]?.proof?.rows.map(({ at }) => read(at)) ?? [];
  const [, described] = evidenceOf('error-response-decoded');
  const text = described === undefined ? undefined : read(described);
  return {
    text: proved.includes(text) ? undefined : text,
    handles: evidenceOf('server-log-handles')
      .filter(({ part }) => part === 'response_header' || part === 'response_json')
      .flatMap((at) => {
        const value = read(at);
        return value === undefined || isPlaceholder(value) ? [] : [[at.name, value] as const];
      }),
  };
}
