// Token introspection: RFC 7662 §2.1.
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import type { Introspection } from './message.ts';
import { messageParameters, placed } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Recognises a form POST of a token that is answered with `active`. */
export const introspection: Recogniser = {
  kind: 'introspection',
  read: readIntrospection,
};

function readIntrospection(reading: Reading, isNamed = false): Introspection | undefined {
  const { exchange } = reading;
  if (exchange.method !== 'POST') return undefined;
  const params = messageParameters(placed(exchange.id, 'form', reading.form()));
  const token = params.get('token');
  if (token === undefined || !(isNamed || typeof reading.responseJson()?.['active'] === 'boolean'))
    return undefined;
  return { kind: 'introspection', exchange, endpoint: withoutQuery(exchange.url), params, token };
}
