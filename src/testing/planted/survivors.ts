import { analyze } from '../../engine/analyze.ts';
import { createRedactor } from '../../engine/trace/redact.ts';
import { toReportJson } from '../../engine/trace/to-report-json.ts';
import { shareFormats } from '../../engine/trace/share-formats.ts';
import { redactSession, revealSession } from '../../engine/trace/shareable.ts';
import { toHar } from '../../engine/trace/to-har.ts';
import { toText } from '../../engine/trace/to-text.ts';
import { chromeSanitized } from './chrome-sanitized.ts';
import { findLeaks } from './leak-search.ts';
import { plantedTraffic } from './traffic.ts';

/** What survives in the files that are made of the planted traffic. */
export interface Survivors {
  /** Every planted value with the place it was put in. */
  readonly planted: ReadonlyMap<string, string>;
  /** What is found in each file, by what the file is: first a HAR as it was captured, then Chrome’s, then ours. */
  readonly found: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Writes the planted traffic in every format and searches each. */
export function survivorsByFormat(): Survivors {
  const { exchanges, planted } = plantedTraffic();
  const report = analyze(exchanges);
  const session = redactSession(exchanges, report, createRedactor({ key: new Uint8Array(32).fill(7) }));
  const made = { createdAt: 0, version: '0' };
  const captured = toHar(revealSession(exchanges, report), '0');
  const { trace, har, markdown, mermaid, html, svg, curl } = shareFormats;
  const pictures = session.report.flows.map((flow) =>
    svg.write({ ...session, report: { flows: [flow] } }, made),
  );
  const files: readonly (readonly [string, string])[] = [
    ['HAR as captured', captured],
    ['Chrome’s sanitized HAR', chromeSanitized(captured)],
    ['HAR', har.write(session, made)],
    ['trace', trace.write(session, made)],
    ['Markdown', markdown.write(session, made)],
    ['Mermaid', mermaid.write(session, made)],
    ['HTML report', html.write(session, made)],
    ['SVG, of which PNG is drawn', pictures.join('')],
    ['curl', curl.write(session, made)],
    ['text', toText(session)],
    ['JSON', JSON.stringify(toReportJson(session))],
  ];
  return {
    planted,
    found: new Map(files.map(([name, text]) => [name, new Set(findLeaks(text, planted.keys()))])),
  };
}
