// Key set: RFC 7517 §5.
import { isJsonObject } from '../http/json.ts';
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import type { Keys } from './message.ts';
import { messageParameters } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Recognises a document whose `keys` are JSON Web Keys. */
export const keys: Recogniser = {
  kind: 'keys',
  read: readKeys,
};

function readKeys(reading: Reading): Keys | undefined {
  const { exchange } = reading;
  if (exchange.method !== 'GET' || exchange.kind === 'navigation') return undefined;
  const members = reading.responseJson()?.['keys'];
  if (!Array.isArray(members) || !members.some((key) => isJsonObject(key) && typeof key['kty'] === 'string'))
    return undefined;
  return { kind: 'keys', exchange, endpoint: withoutQuery(exchange.url), params: messageParameters() };
}
