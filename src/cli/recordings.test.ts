import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import type { Report } from '../engine/diagnosis/report.ts';
import { isJsonObject, listOf, stringMember, stringsMember } from '../engine/http/json.ts';
import type { Exchange } from '../engine/http/exchange.ts';
import { fromHar } from '../engine/http/from-har.ts';
import { joinSessions } from '../engine/http/join-sessions.ts';
import { isProblem } from '../engine/http/problem.ts';
import { createRedactor } from '../engine/trace/redact.ts';
import { redactSession, type Shareable } from '../engine/trace/shareable.ts';
import { toCurl } from '../engine/trace/to-curl.ts';
import { toHar } from '../engine/trace/to-har.ts';
import { toHtml } from '../engine/trace/to-html.ts';
import { toMarkdown } from '../engine/trace/to-markdown.ts';
import { toMermaid } from '../engine/trace/to-mermaid.ts';
import { toReportJson } from '../engine/trace/to-report-json.ts';
import { toSvg } from '../engine/trace/to-svg.ts';
import { toText } from '../engine/trace/to-text.ts';
import { factTraffic } from '../testing/planted/facts.ts';
import { plantedTraffic } from '../testing/planted/traffic.ts';
import { readInput } from './read-input.ts';

/** Logins in a browser, grants that need none, and logins as other tools write them (e2e/record). */
const folders = ['e2e/recordings', 'e2e/grant-recordings', 'e2e/tool-recordings'] as const;

interface Recording {
  readonly files: readonly string[];
  /** Undefined where it goes without saying. */
  readonly kind: string | undefined;
  readonly outcome: string | undefined;
  readonly cause: string | undefined;
  /** Rules that rightly warn of what works. */
  readonly warns: readonly string[];
}

const recordings: readonly Recording[] = folders.flatMap((folder) =>
  listOf(JSON.parse(readFileSync(`${folder}/truth.json`, 'utf8')))
    .filter(isJsonObject)
    .map((row) => ({
      files: (stringsMember(row, 'files') ?? []).map((file) => `${folder}/${file}`),
      kind: stringMember(row, 'kind'),
      outcome: stringMember(row, 'outcome'),
      cause: stringMember(row, 'cause'),
      warns: stringsMember(row, 'warns') ?? [],
    })),
);

function exchangesOf(files: readonly string[]): readonly Exchange[] {
  return joinSessions(
    files.map((file) => {
      const read = readInput(readFileSync(file), file.replace(/^.*\//u, ''));
      if (isProblem(read)) throw new Error(`${read.file}: ${read.place}: ${read.reason}`);
      return read;
    }),
  ).exchanges;
}

/** The part of a report that a user acts on. */
function saidOf(report: Report): unknown {
  return report.flows.map(({ kind, clientId, pkce, verdict, findings, steps }) => ({
    kind,
    clientId,
    pkce,
    outcome: verdict.outcome,
    causes: verdict.causes.map(({ id, confidence, sentence }) => ({ id, confidence, sentence })),
    ruledOut: verdict.ruledOut,
    findings: findings.map(({ rule, severity }) => ({ rule, severity })),
    steps: steps.map(({ message, status, failed }) => ({ message, status, failed })),
  }));
}

test.each(recordings)('$files is named right', ({ files, kind, outcome, cause, warns }) => {
  const { flows } = analyze(exchangesOf(files));
  const told = flows.findLast(({ verdict }) => verdict.outcome === 'failed') ?? flows.at(-1);
  if (kind !== undefined) expect(told?.kind).toBe(kind);
  expect(told?.verdict.outcome).toBe(outcome);
  expect(told?.verdict.causes[0]?.id).toBe(cause);
  const alarms = flows.flatMap(({ findings }) => findings).filter(({ severity }) => severity !== 'info');
  if (cause === undefined) expect(alarms.map(({ rule }) => rule)).toEqual(warns);
});

/** What a person sends who was told to take out all contents. */
function withoutBodies(file: string): string {
  const taken = ['postData', 'text'];
  return JSON.stringify(JSON.parse(readFileSync(file, 'utf8')), (key, value: unknown) =>
    taken.includes(key) ? undefined : key === 'bodySize' ? 9 : value,
  );
}

test.each(
  recordings.filter(({ files: [file = ''] }) =>
    /tool-recordings\/(?:chromium|firefox)|ok-redirect/.test(file),
  ),
)('without bodies, the outcome of $files is told by the status', ({ files: [file = ''], outcome }) => {
  const read = fromHar(withoutBodies(file), 'stripped.har');
  const { flows } = analyze(isProblem(read) ? [] : read);
  expect(flows.map(({ verdict, unseen }) => [verdict.outcome, unseen.map(({ id }) => id)])).toEqual([
    [outcome, ['token_call_unread']],
  ]);
});

test.each(recordings)('the verdict on $files is the same after redaction', ({ files }) => {
  const exchanges = exchangesOf(files);
  const report = analyze(exchanges);
  const session = redactSession(exchanges, report, createRedactor({ key: new Uint8Array(32) }));
  expect(saidOf(analyze(session.exchanges))).toEqual(saidOf(session.report));
});

test.each([
  ['planted secrets', plantedTraffic().exchanges],
  ['facts that support needs', factTraffic],
])('the verdict on traffic with %s is the same after redaction', (_, exchanges) => {
  const session = redactSession(exchanges, analyze(exchanges), createRedactor({ key: new Uint8Array(32) }));
  expect(session.report.flows.length).toBeGreaterThan(1);
  expect(saidOf(analyze(session.exchanges))).toEqual(saidOf(session.report));
});

test.each(recordings)('the ticket on $files has at most 60 lines', ({ files }) => {
  const exchanges = exchangesOf(files);
  const session = redactSession(exchanges, analyze(exchanges), createRedactor({ key: new Uint8Array(32) }));
  const lines = toMarkdown(session).trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(60);
  expect(lines).toContain('```mermaid');
  expect(lines.at(-1)).toMatch(/^(?:Redacted: \d|Nothing had)/u);
});

test.each(recordings)('the HAR written of $files leads to the same verdict', ({ files }) => {
  const exchanges = exchangesOf(files);
  const session = redactSession(exchanges, analyze(exchanges), createRedactor({ key: new Uint8Array(32) }));
  const read = fromHar(toHar(session, '0.1.0'), 'again.har');
  if (isProblem(read)) throw new Error(`${read.place}: ${read.reason}`);
  const outcomes = (report: Report): unknown =>
    report.flows.map(({ kind, verdict }) => [kind, verdict.outcome, verdict.causes.map(({ id }) => id)]);
  expect(outcomes(analyze(read))).toEqual(outcomes(session.report));
});

test.each(recordings)(
  'what is written of $files needs no exchange but those that its report points to',
  ({ files }) => {
    const exchanges = exchangesOf(files);
    const report = analyze(exchanges);
    const [whole, reported] = (['all', 'reported'] as const).map((held) =>
      redactSession(exchanges, report, createRedactor({ key: new Uint8Array(32) }), undefined, held),
    );
    if (whole === undefined || reported === undefined) throw new Error('no session');
    // What was hidden is counted of what the file was made of.
    const writers = [
      toText,
      toMarkdown,
      toHtml,
      toCurl,
      toSvg,
      toMermaid,
      (one: Shareable) => JSON.stringify(toReportJson(one)),
    ];
    for (const write of writers) expect(write({ ...reported, receipt: whole.receipt })).toBe(write(whole));
    expect(reported.exchanges.length).toBeLessThanOrEqual(whole.exchanges.length);
  },
);
