import type { Exchange } from '../http/exchange.ts';
import { redactBody } from './redact-body.ts';
import { redactHeader } from './redact-header.ts';
import type { Redaction } from './redaction.ts';

const redacted: unique symbol = Symbol('made by this file only');

/** An exchange without secrets: only `redactExchange` makes one, so that what asks for it never sees a captured one. */
export interface RedactedExchange extends Exchange {
  readonly [redacted]: true;
}

/** Every text an exchange carries, each by its own rule. */
export function redactExchange(exchange: Exchange, redaction: Redaction): RedactedExchange {
  // The body first: it names the client_id by which swapped Basic credentials are recognised.
  const requestBody =
    exchange.requestBody === undefined ? undefined : redactBody(exchange.requestBody, redaction);
  return {
    [redacted]: true,
    id: exchange.id,
    source: redaction.text(exchange.source),
    tab: exchange.tab,
    frame: exchange.frame,
    initiator: exchange.initiator === undefined ? undefined : redaction.url(exchange.initiator, 0),
    kind: exchange.kind,
    method:
      isMethod(exchange.method) && redaction.known(exchange.method) === exchange.method
        ? exchange.method
        : 'OTHER',
    url: redaction.url(exchange.url, 0),
    requestHeaders: exchange.requestHeaders.map((header) => redactHeader(header, redaction)),
    requestBody,
    status: exchange.status,
    responseHeaders: exchange.responseHeaders.map((header) => redactHeader(header, redaction)),
    responseBody:
      exchange.responseBody === undefined ? undefined : redactBody(exchange.responseBody, redaction),
    redirectTarget:
      exchange.redirectTarget === undefined ? undefined : redaction.url(exchange.redirectTarget, 0),
    startedAt: exchange.startedAt,
    respondedAt: exchange.respondedAt,
    endedAt: exchange.endedAt,
    networkError: exchange.networkError === undefined ? undefined : redaction.text(exchange.networkError),
    channels: exchange.channels,
    known: exchange.known,
  };
}

function isMethod(text: string): boolean {
  return /^[A-Z]{1,16}$/.test(text);
}
