// CORS preflight: Fetch standard, "CORS-preflight fetch".
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import type { Preflight } from './message.ts';
import { messageParameters } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Recognises the browser's question before a cross-origin call. */
export const preflight: Recogniser = {
  kind: 'preflight',
  read: readPreflight,
};

function readPreflight(reading: Reading): Preflight | undefined {
  const { exchange } = reading;
  if (exchange.method !== 'OPTIONS') return undefined;
  return { kind: 'preflight', exchange, endpoint: withoutQuery(exchange.url), params: messageParameters() };
}
