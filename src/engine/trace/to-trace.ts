import type { FlowReport, Report } from '../diagnosis/report.ts';
import type { Body, Exchange, Header } from '../http/exchange.ts';
import type { Redactor } from './redact.ts';
import { toReportJson } from './report-json.ts';
import { redactSession } from './shareable.ts';

/** The version of the trace format that is written; its schema is docs/trace.schema.json. */
export const traceVersion = 1;

/** What a trace file needs beside the exchanges. */
export interface TraceOptions {
  readonly redactor: Redactor;
  /** The report on these exchanges. */
  readonly report: Report;
  /** Unix milliseconds. */
  readonly createdAt: number;
  /** The version of the program, and so of the rules. */
  readonly version: string;
}

/** Writes exchanges, redacted, with the report on them, as the text of a `.grantscope.json` file. */
export function toTrace(exchanges: readonly Exchange[], options: TraceOptions): string {
  const { redactor, report, createdAt, version } = options;
  const session = redactSession(exchanges, report, redactor);
  const file = {
    format: 'grantscope.trace',
    version: traceVersion,
    created_at: new Date(createdAt).toISOString(),
    rules_version: version,
    receipt: session.receipt,
    report: toReportJson(session),
    exchanges: session.exchanges.map(exchangeJson),
  };
  return `${JSON.stringify(file, undefined, 1)}\n`;
}

/** A file name that tells date, host and outcome: `2027-01-15-login.example.com-failed.grantscope.json`. */
export function traceFileName(flow: FlowReport): string {
  const date = new Date(flow.startedAt).toISOString().slice(0, 10);
  const host = flow.authority.host.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, '-');
  const outcome = flow.verdict.outcome.replaceAll('_', '-');
  return `${[date, host, outcome].filter((part) => part !== '').join('-')}.grantscope.json`;
}

/** The members are written in this order; what is unknown is left out. */
function exchangeJson(exchange: Exchange): unknown {
  const { known } = exchange;
  return {
    id: exchange.id,
    source: exchange.source,
    tab: exchange.tab,
    frame: exchange.frame,
    initiator: exchange.initiator,
    kind: exchange.kind,
    method: exchange.method,
    url: exchange.url,
    request_headers: exchange.requestHeaders.map(headerJson),
    request_body: bodyJson(exchange.requestBody),
    status: exchange.status,
    response_headers: exchange.responseHeaders.map(headerJson),
    response_body: bodyJson(exchange.responseBody),
    redirect_target: exchange.redirectTarget,
    started_at: exchange.startedAt,
    responded_at: exchange.respondedAt,
    ended_at: exchange.endedAt,
    network_error: exchange.networkError,
    channels: exchange.channels,
    known: {
      request_headers: known.requestHeaders,
      request_body: known.requestBody,
      response_headers: known.responseHeaders,
      response_body: known.responseBody,
      fragment: known.fragment,
    },
  };
}

function headerJson({ name, value }: Header): unknown {
  return { name, value };
}

function bodyJson(body: Body | undefined): unknown {
  if (body === undefined) return undefined;
  return { text: body.text, media_type: body.mediaType, fidelity: body.fidelity, cut_from: body.cutFrom };
}
