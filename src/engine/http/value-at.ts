import type { Evidence } from './evidence.ts';
import type { Exchange } from './exchange.ts';
import { headerValues } from './headers.ts';
import type { JsonObject } from './json.ts';
import { parameterValue } from './parameters.ts';
import { readingOf } from './reading.ts';

/** The value an evidence pointer leads to; undefined when the exchange has no such value. Redact the exchange first. */
export function valueAt(exchange: Exchange, { part, name }: Evidence): string | undefined {
  const reading = readingOf(exchange);
  switch (part) {
    case 'request':
      return `${exchange.method} ${exchange.url}`;
    case 'url':
      return exchange.url;
    case 'query':
      return parameterValue(reading.query(), name);
    case 'fragment':
      return parameterValue(reading.fragment(), name);
    case 'form':
      return parameterValue(reading.form(), name);
    case 'request_header':
      return headerValues(exchange.requestHeaders, name.toLowerCase()).join(', ') || undefined;
    case 'request_json':
      return memberText(reading.requestJson(), name);
    case 'status':
      return exchange.status === undefined ? undefined : String(exchange.status);
    case 'response_header':
      return headerValues(exchange.responseHeaders, name.toLowerCase()).join(', ') || undefined;
    case 'redirect':
      return exchange.redirectTarget;
    case 'redirect_query':
      return parameterValue(reading.redirectQuery(), name);
    case 'redirect_fragment':
      return parameterValue(reading.redirectFragment(), name);
    case 'response_json':
      return memberText(reading.responseJson(), name);
    case 'response_body':
      return reading.responseText() || undefined;
    case 'timing':
      return undefined;
    case 'network_error':
      return exchange.networkError;
  }
}

function memberText(object: JsonObject | undefined, name: string): string | undefined {
  const value = object?.[name];
  if (value === undefined) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
