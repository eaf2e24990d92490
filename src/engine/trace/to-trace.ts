import type { Body, Exchange, Header } from '../http/exchange.ts';
import { revealedReceipt, type Receipt } from './receipt.ts';
import { toReportJson } from './to-report-json.ts';
import type { Shareable } from './shareable.ts';

/** The version of the trace format that is written; its schema is docs/trace.schema.json. */
export const traceVersion = 2;

/** Who writes a file, and when. */
export interface Provenance {
  /** Unix milliseconds. */
  readonly createdAt: number;
  /** The version of the program, and so of the rules. */
  readonly version: string;
}

/** The exchanges of a session with the report on them, as the text of a `.grantscope.json` file. */
export function toTrace(session: Shareable, { createdAt, version }: Provenance): string {
  const file = {
    format: 'grantscope.trace',
    version: traceVersion,
    created_at: new Date(createdAt).toISOString(),
    rules_version: version,
    receipt: receiptJson(session.receipt ?? revealedReceipt),
    report: toReportJson(session),
    exchanges: session.exchanges.map(exchangeJson),
  };
  return `${JSON.stringify(file, undefined, 1)}\n`;
}

function receiptJson({ level, removed, keptNames, kept }: Receipt): unknown {
  return { level, removed, kept_names: keptNames, kept };
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
      browser_headers: known.browserHeaders,
      request_body: known.requestBody,
      response_headers: known.responseHeaders,
      response_body: known.responseBody,
      fragment: known.fragment,
      failures: known.failures,
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
