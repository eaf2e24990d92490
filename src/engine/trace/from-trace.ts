import { placeDeeperThan } from '../http/json-depth.ts';
import { parseJson, lineAndColumn } from '../http/json.ts';
import type { Exchange } from '../http/exchange.ts';
import { problemAt, type Problem } from '../http/problem.ts';
import { readTraceExchange } from './read-trace-exchange.ts';
import { redactionLevels, type Receipt } from './receipt.ts';
import { traceVersion } from './to-trace.ts';
import { createTraceChecks, type TraceChecks } from './trace-checks.ts';

/** What a trace file holds. Its report is not read: whoever opens the file computes it anew from the exchanges. */
export interface TraceFile {
  /** Name of the file or other source. */
  readonly file: string;
  readonly exchanges: readonly Exchange[];
  readonly receipt: Receipt;
  /** Unix milliseconds. */
  readonly createdAt: number;
  /** The version of the rules that made the report in the file. */
  readonly rulesVersion: string;
}

const mostExchanges = 100_000;
const deepest = 64;

/** Reads the text of a trace file, which may come from anywhere: whatever is not as the format says is refused. */
export function fromTrace(text: string, source: string): TraceFile | Problem {
  const depth = placeDeeperThan(deepest, text);
  if (depth !== undefined)
    return problemAt(source, lineAndColumn(text, depth), `The file nests deeper than ${deepest} levels.`);
  const parsed = parseJson(text);
  if ('value' in parsed) return fromTraceValue(parsed.value, source);
  return problemAt(
    source,
    lineAndColumn(text, parsed.failedAt),
    parsed.truncated ? 'The file is cut off.' : 'The file is not valid JSON.',
  );
}

function fromTraceValue(value: unknown, source: string): TraceFile | Problem {
  const checks = createTraceChecks(source);
  const root = checks.object(value, 'top level');
  checks.word(root['format'], 'format', ['grantscope.trace']);
  const version = checks.integer(root['version'], 'version');
  if (version > traceVersion)
    checks.refuse(
      'version',
      `The file was written by a newer Grantscope (format ${version}); this one reads formats up to ${traceVersion}.`,
    );
  if (version < 1) checks.refuse('version', 'Versions of the format start at 1.');
  const file = {
    file: source,
    createdAt: timeOf(root['created_at'], 'created_at', checks),
    rulesVersion: checks.text(root['rules_version'], 'rules_version', 64),
    receipt: receiptOf(root['receipt'], version, checks),
    exchanges: exchangesOf(root['exchanges'], checks),
  };
  return checks.problem() ?? file;
}

function exchangesOf(value: unknown, checks: TraceChecks): readonly Exchange[] {
  const ids = new Set<string>();
  const exchanges: Exchange[] = [];
  for (const [index, item] of checks.list(value, 'exchanges', mostExchanges).entries()) {
    const place = `exchanges[${index}]`;
    const exchange = readTraceExchange(item, place, checks);
    if (ids.has(exchange.id)) checks.refuse(`${place}.id`, 'Another exchange has the same id.');
    if (checks.problem() !== undefined) return [];
    ids.add(exchange.id);
    exchanges.push(exchange);
  }
  return exchanges;
}

/** Version 1 knew no names that the user chose to keep. */
function receiptOf(value: unknown, version: number, checks: TraceChecks): Receipt {
  const receipt = checks.object(value, 'receipt');
  return {
    level: checks.word(receipt['level'], 'receipt.level', [...redactionLevels, 'revealed'] as const),
    removed: checks.list(receipt['removed'], 'receipt.removed', 1000).map((item, index) => {
      const place = `receipt.removed[${index}]`;
      const row = checks.object(item, place);
      return {
        category: checks.text(row['category'], `${place}.category`, 64),
        values: checks.integer(row['values'], `${place}.values`),
        places: checks.integer(row['places'], `${place}.places`),
      };
    }),
    keptNames: version < 2 ? [] : textsOf(receipt['kept_names'], 'receipt.kept_names', checks),
    kept: textsOf(receipt['kept'], 'receipt.kept', checks),
  };
}

function textsOf(value: unknown, place: string, checks: TraceChecks): readonly string[] {
  return checks.list(value, place, 100).map((item, index) => checks.text(item, `${place}[${index}]`, 1000));
}

function timeOf(value: unknown, place: string, checks: TraceChecks): number {
  const text = checks.text(value, place, 40);
  const time = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  checks.refuse(place, 'Expected a time such as "2027-01-15T08:00:00.000Z".');
  return 0;
}
