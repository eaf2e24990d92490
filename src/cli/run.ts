import { createAnalyzer } from '../engine/analyze.ts';
import type { FlowReport, Report } from '../engine/diagnosis/report.ts';
import { durationWords } from '../engine/http/duration-words.ts';
import type { Exchange } from '../engine/http/exchange.ts';
import type { ClockShift } from '../engine/http/clock-shift.ts';
import { joinSessions } from '../engine/http/join-sessions.ts';
import { isProblem, problemAt, type Problem } from '../engine/http/problem.ts';
import { mayNameKeys, verifySignatures } from '../engine/signatures.ts';
import { createRedactor } from '../engine/trace/redact.ts';
import { toReportJson } from '../engine/trace/to-report-json.ts';
import { redactSession, revealSession, type Shareable, type Signatures } from '../engine/trace/shareable.ts';
import { shareFormats } from '../engine/trace/share-formats.ts';
import { toText } from '../engine/trace/to-text.ts';
import type { Provenance } from '../engine/trace/to-trace.ts';
import { visible } from '../engine/http/visible.ts';
import { parseCommand, usage, type Format } from './arguments.ts';
import { createProgressLine, type ProgressLine, type Terminal } from './progress-line.ts';
import { readDiscovery, readInput } from './read-input.ts';

/** Files above this size take a while, bytes. */
const large = 20_000_000;
/** Exchanges between two words of progress: some hundredths of a second. */
const many = 1_000;

/** What the command needs of the machine. */
export interface Machine {
  readonly version: string;
  /** Where progress is shown. */
  readonly terminal: Terminal;
  /** The bytes of a file, or why it cannot be read; `onRead` is told between pieces how many of how many are there. */
  read(path: string, onRead: (read: number, size: number) => void): Uint8Array | Problem;
  /** Why the file could not be written, if it could not. */
  write(path: string, contents: string | Uint8Array): Problem | undefined;
  /** An SVG picture as PNG; undefined when no browser of the machine draws it. */
  draw(svg: string): Uint8Array | undefined;
  print(text: string): void;
  printError(text: string): void;
  random(bytes: number): Uint8Array;
  /** Unix milliseconds. */
  now(): number;
}

/** The files of a session. */
interface Inputs {
  readonly files: readonly string[];
  readonly discovery: readonly string[];
}

/** Runs the command and returns its exit status: 0 nothing failed, 1 something did, 2 the input cannot be read. */
export async function run(argv: readonly string[], machine: Machine): Promise<0 | 1 | 2> {
  const command = parseCommand(argv);
  switch (command.kind) {
    case 'help':
      machine.print(usage);
      return 0;
    case 'version':
      machine.print(`${machine.version}\n`);
      return 0;
    case 'wrong':
      machine.printError(`grantscope: ${visible(command.reason)}\n`);
      return 2;
    case 'analyze':
  }
  const line = createProgressLine(machine.terminal);
  const exchanges = readAll(command, machine, line);
  if (isProblem(exchanges)) return refuse(exchanges, machine);
  const report = analyzed(exchanges, line);
  const { level, keepNames, hideTraceIds, format } = command;
  const signatures = format === 'text' ? await signaturesOf(report, exchanges) : undefined;
  const session =
    level === 'revealed'
      ? revealSession(exchanges, report, signatures)
      : redactSession(
          exchanges,
          report,
          createRedactor({ key: machine.random(32), level, keepNames, hideTraceIds }),
          signatures,
          format === 'trace' || format === 'har' ? 'all' : 'reported',
        );
  const output = written(session, format, { createdAt: machine.now(), version: machine.version });
  if (command.out === undefined) machine.print(output);
  else {
    const contents = format === 'png' ? (machine.draw(output) ?? noBrowser(command.out)) : output;
    const problem = isProblem(contents) ? contents : machine.write(command.out, contents);
    if (problem !== undefined) return refuse(problem, machine);
  }
  return report.flows.some(isBad) ? 1 : 0;
}

async function signaturesOf({ flows }: Report, exchanges: readonly Exchange[]): Promise<Signatures> {
  const own = new Set(flows.flatMap((flow) => flow.exchanges));
  const telling = exchanges.filter((exchange) => own.has(exchange.id) || mayNameKeys(exchange));
  const checks = flows.map(async (flow) => [flow.id, await verifySignatures(flow, telling)] as const);
  return new Map(await Promise.all(checks));
}

/** The report on a recording; a long one says how far it is. */
function analyzed(exchanges: readonly Exchange[], line: ProgressLine): Report {
  const analyzer = createAnalyzer();
  const all = exchanges.length;
  for (const [index, exchange] of exchanges.entries()) {
    if (index > 0 && index % many === 0)
      line.show(`analysing ${counted(index)} of ${counted(all)} exchanges`);
    analyzer.ingest(exchange);
  }
  line.clear();
  return analyzer.report();
}

const counted = (number: number): string => number.toLocaleString('en-GB');

function readAll(
  { files, discovery }: Inputs,
  machine: Machine,
  line: ProgressLine,
): readonly Exchange[] | Problem {
  const sessions: (readonly Exchange[])[] = [];
  const names = new Set<string>();
  for (const path of files) {
    const name = freeName(nameOf(path), names);
    const exchanges = readOne(path, name, machine, line);
    if (isProblem(exchanges)) return { ...exchanges, file: path };
    names.add(name);
    sessions.push(exchanges);
  }
  const at = sessions.flat().reduce((first, { startedAt }) => Math.min(first, startedAt), Infinity);
  for (const path of discovery) {
    const bytes = machine.read(path, () => {});
    if (isProblem(bytes)) return bytes;
    const name = freeName(nameOf(path), names);
    const exchange = readDiscovery(bytes, name, Number.isFinite(at) ? at : 0);
    if (isProblem(exchange)) return { ...exchange, file: path };
    names.add(name);
    sessions.push([exchange]);
  }
  const { exchanges, shifts } = joinSessions(sessions);
  const sources = [...names];
  for (const [index, shift] of shifts.entries())
    if (shift !== undefined)
      machine.printError(`grantscope: ${visible(shiftWords(sources[index] ?? '', shift))}\n`);
  return exchanges;
}

/** Reads a file; a large one says how far it is, on a terminal, and once in a pipe. */
function readOne(
  path: string,
  name: string,
  machine: Machine,
  line: ProgressLine,
): readonly Exchange[] | Problem {
  const bytes = machine.read(path, (read, size) => {
    if (size > large) line.show(`${name}: read ${Math.round(read / 1e6)} of ${megabytes(size)}`);
  });
  line.clear();
  if (isProblem(bytes)) return bytes;
  if (bytes.length > large) {
    line.show(`${name}: parsing ${megabytes(bytes.length)}`);
    if (machine.terminal.columns === undefined)
      machine.printError(`grantscope: ${visible(name)}: reading ${megabytes(bytes.length)}…\n`);
  }
  const exchanges = readInput(bytes, name);
  line.clear();
  return exchanges;
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

function shiftWords(source: string, { by, from, count }: ClockShift): string {
  const proof =
    from === 'dates'
      ? 'by the Date headers of its answers'
      : `by ${count} ${count === 1 ? 'exchange' : 'exchanges'} that the files have in common`;
  return `${source}: its times were moved by ${by > 0 ? '+' : '-'}${durationWords(Math.abs(by))}, ${proof}.`;
}

/** Folders stay private: only the file's own name becomes part of the report. */
function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`;
  return free;
}

function written(session: Shareable, format: Format, provenance: Provenance): string {
  switch (format) {
    case 'text':
      return toText(session);
    case 'json':
      return `${JSON.stringify(toReportJson(session), undefined, 2)}\n`;
    case 'png':
      return shareFormats.svg.write(session, provenance);
    default:
      return shareFormats[format].write(session, provenance);
  }
}

const noBrowser = (out: string): Problem =>
  problemAt(
    out,
    'format',
    'No Chromium, Chrome or Edge was found that draws a PNG: name one in GRANTSCOPE_CHROMIUM, or write an SVG.',
  );

function isBad({ verdict, findings }: FlowReport): boolean {
  return verdict.outcome === 'failed' || findings.some(({ severity }) => severity === 'error');
}

/** One line, whatever the names contain. */
function refuse({ file, place, reason }: Problem, machine: Machine): 2 {
  machine.printError(`grantscope: ${visible(`${file}: ${place}: ${reason}`)}\n`);
  return 2;
}
