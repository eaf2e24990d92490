// Token introspection: RFC 7662 §2.1, RFC 9701 §5.
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { errorInAnswer } from './error.ts';
import type { Introspection } from './message.ts';
import { messageParameters, placed } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Recognises a form POST of a token that is answered with `active`, or to a path of that name. */
export const introspection: Recogniser = {
  kind: 'introspection',
  read: readIntrospection,
};

function readIntrospection(reading: Reading, isNamed = false): Introspection | undefined {
  const { exchange } = reading;
  if (exchange.method !== 'POST') return undefined;
  const params = messageParameters(placed(exchange.id, 'form', reading.form()));
  const token = params.get('token');
  // One that is refused is told by its path.
  const named =
    isNamed ||
    /\/introspect(?:ion)?\/?$/i.test(reading.url().path) ||
    exchange.responseBody?.mediaType === 'application/token-introspection+jwt';
  if (token === undefined || !(named || typeof reading.responseJson()?.['active'] === 'boolean'))
    return undefined;
  const endpoint = withoutQuery(exchange.url);
  return { kind: 'introspection', exchange, endpoint, params, token, error: errorInAnswer(reading) };
}
