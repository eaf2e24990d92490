import { analyze } from '../../engine/analyze.ts';
import { unescaped } from '../../engine/trace/encodings.ts';
import { createRedactor } from '../../engine/trace/redact.ts';
import { shareFormats, type ShareFormat } from '../../engine/trace/share-formats.ts';
import { redactSession, type Shareable } from '../../engine/trace/shareable.ts';
import { factTraffic, facts } from './facts.ts';

/** The traffic of the facts as it leaves the program at the level Strict. */
export const factSession: Shareable = redactSession(
  factTraffic,
  analyze(factTraffic),
  createRedactor({ key: new Uint8Array(32).fill(7) }),
);

/** What a reader of each format finds in a session, of each login alone, since some formats tell one in full. */
export function textsByFormat(session = factSession): ReadonlyMap<ShareFormat, string> {
  const made = { createdAt: 0, version: '0' };
  const logins = session.report.flows.map((flow) => ({ ...session, report: { flows: [flow] } }));
  return new Map(
    (['trace', 'har', 'html', 'curl', 'markdown', 'svg', 'mermaid'] as const).map((format) => [
      format,
      [session, ...logins].map((each) => read(shareFormats[format].write(each, made))).join('\n'),
    ]),
  );
}

/** The facts that a text holds, by name. */
export function factsIn(text: string): readonly string[] {
  return facts.filter(([, words]) => text.includes(words)).map(([fact]) => fact);
}

/** Escapes of addresses, markup and JSON undone. */
function read(text: string): string {
  return unescaped(text)
    .replaceAll('&quot;', '"')
    .replaceAll(/\\(["\\`*[\]|~])/g, '$1')
    .replaceAll('": ', '":');
}
