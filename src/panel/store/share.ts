import type { Evidence, FlowReport, Report } from '../../engine/diagnosis/report.ts';
import type { Exchange } from '../../engine/http/exchange.ts';
import { headerTreatmentOf } from '../../engine/trace/header-policy.ts';
import { mayBeKept } from '../../engine/trace/name-policy.ts';
import type { Receipt, RedactionLevel } from '../../engine/trace/receipt.ts';
import { createRedactor, type Redactor, type RedactorOptions } from '../../engine/trace/redact.ts';
import { shareFormats, shareName, type ShareFormat } from '../../engine/trace/share-formats.ts';
import { redactSession, revealSession, type Shareable } from '../../engine/trace/shareable.ts';
import type { Recording } from './recording.ts';

/** What sharing needs from outside. */
export interface ShareParts {
  /** New for each export, so that placeholders of two files cannot be compared. */
  readonly randomKey: () => Uint8Array;
  readonly now: () => number;
  readonly version: string;
}

/** What the user chose. */
export interface ShareChoice {
  readonly format: ShareFormat;
  readonly level: RedactionLevel | 'revealed';
  /** With the level `custom`: names whose values stay. */
  readonly keepNames: readonly string[];
  /** Whether ids of requests in the server's log go as well. */
  readonly hideTraceIds: boolean;
}

/** A file as it is saved, byte for byte. */
export interface SharedFile {
  readonly name: string;
  readonly text: string;
  readonly mediaType: string;
  /** Undefined when everything is shown. */
  readonly receipt: Receipt | undefined;
}

/** The choice until the user makes another. */
export const usualChoice: ShareChoice = {
  format: 'trace',
  level: 'strict',
  keepNames: [],
  hideTraceIds: false,
};

/** Writes flows, each with its parent and children, as a file; redacted unless the choice says otherwise. */
export function shareFlows(
  flows: readonly FlowReport[],
  recording: Recording,
  choice: ShareChoice,
  parts: ShareParts,
): SharedFile {
  const { format, level, keepNames, hideTraceIds } = choice;
  const { exchanges, report } = familiesOf(flows, recording);
  const session: Shareable =
    level === 'revealed'
      ? revealSession(exchanges, report)
      : redactSession(
          exchanges,
          report,
          learnedFrom(recording, { key: parts.randomKey(), level, keepNames, hideTraceIds }),
        );
  const { extension, mediaType, write } = shareFormats[format];
  return {
    name: `${shareName(session)}.${extension}`,
    text: write(session, { createdAt: parts.now(), version: parts.version }),
    mediaType,
    receipt: session.receipt,
  };
}

/** Knows the whole recording: what a request outside the chosen flows shows to be secret may be quoted in one of them. */
function learnedFrom(recording: Recording, options: RedactorOptions): Redactor {
  const redactor = createRedactor(options);
  for (const exchange of recording.all()) redactor.learn(exchange);
  return redactor;
}

/** Names in these flows whose values are masked and may be kept: of no credential. */
export function keepableNames(flows: readonly FlowReport[], recording: Recording): readonly string[] {
  const masked = flows
    .flatMap((flow) => flow.exchanges)
    .flatMap((id) => recording.facts(id))
    .flatMap(({ facts }) => facts)
    .filter(({ at, value }) => value.includes('‹') && mayBeKept(at.name) && !isReadOtherwise(at))
    .map(({ at }) => at.name);
  return [...new Set(masked)].toSorted();
}

/** A header that is taken apart, such as Location, is not one value to keep. */
function isReadOtherwise({ part, name }: Evidence): boolean {
  return part.endsWith('header') && headerTreatmentOf(name) !== 'hide';
}

/** Flows with their parents and children, and every exchange of theirs in order of time. */
function familiesOf(
  chosen: readonly FlowReport[],
  recording: Recording,
): { readonly exchanges: readonly Exchange[]; readonly report: Report } {
  const roots = new Set(chosen.map(({ id, parent }) => parent ?? id));
  const ids = new Set(chosen.map(({ id }) => id));
  const flows = recording.flows.value.filter(
    ({ id, parent }) => roots.has(id) || ids.has(id) || (parent !== undefined && roots.has(parent)),
  );
  const exchanges = new Map(
    flows.flatMap((each) => recording.unmasked(each)).map((exchange) => [exchange.id, exchange]),
  );
  return {
    exchanges: [...exchanges.values()].toSorted((one, other) => one.startedAt - other.startedAt),
    report: { flows },
  };
}
