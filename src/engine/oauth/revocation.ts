// Token revocation: RFC 7009 §2.1.
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { errorInAnswer } from './error.ts';
import type { Revocation } from './message.ts';
import { messageParameters, placed, placedMembers } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Recognises a form POST of a token that is no introspection. */
export const revocation: Recogniser = {
  kind: 'revocation',
  read: readRevocation,
};

function readRevocation(reading: Reading, isNamed = false): Revocation | undefined {
  const { exchange } = reading;
  if (exchange.method !== 'POST') return undefined;
  const params = messageParameters(
    placed(exchange.id, 'form', reading.form()),
    placedMembers(exchange.id, 'request_json', reading.requestJson()),
  );
  const token = params.get('token');
  if (token === undefined || params.get('grant_type') !== undefined) return undefined;
  const named = isNamed || /revo(?:ke|cation)/i.test(reading.url().path);
  if (!named && params.get('token_type_hint') === undefined) return undefined;
  if (/introspect/i.test(reading.url().path) || reading.responseJson()?.['active'] !== undefined)
    return undefined;
  const endpoint = withoutQuery(exchange.url);
  return { kind: 'revocation', exchange, endpoint, params, token, error: errorInAnswer(reading) };
}
