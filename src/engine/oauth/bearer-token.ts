import { placed, type PlacedParameter } from './message-parameters.ts';
import { lengthOf } from './placeholder.ts';
import type { Reading } from '../http/reading.ts';

/** The access token of an Authorization header (RFC 6750 §2.1, RFC 9449 §7.1), also one that redaction replaced. */
export function bearerToken(reading: Reading): string | undefined {
  const header = reading.requestHeader('authorization');
  return /^(?:bearer|dpop) +((?:‹[^›]*›|[^\s‹])+)$/i.exec(header ?? '')?.[1];
}

/** An access token in the form of a call that is no navigation (RFC 6750 §2.2). */
function tokenInForm({ exchange, form }: Reading): PlacedParameter | undefined {
  if (exchange.kind !== 'fetch' || exchange.method === 'GET') return undefined;
  return placed(exchange.id, 'form', form()).find(({ name }) => name === 'access_token');
}

/** An access token in the query (RFC 6750 §2.3): long enough to be none of the short words that share its name. */
function tokenInQuery(reading: Reading): PlacedParameter | undefined {
  const { exchange } = reading;
  if (!exchange.url.includes('access_token=')) return undefined;
  return placed(exchange.id, 'query', reading.query()).find(
    ({ name, value }) => name === 'access_token' && lengthOf(value) >= 20,
  );
}

/** The parameter that carries the access token of a call, where no header does. */
export function tokenParameter(reading: Reading): PlacedParameter | undefined {
  return tokenInQuery(reading) ?? tokenInForm(reading);
}
