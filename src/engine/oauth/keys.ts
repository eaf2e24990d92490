// Key set: RFC 7517 §5.
import { isJsonObject } from '../http/json.ts';
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { keysDefects } from './keys-defects.ts';
import type { Keys } from './message.ts';
import { messageParameters } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Recognises a document whose `keys` are JSON Web Keys, and what stands in its place where keys usually are. */
export const keys: Recogniser = {
  kind: 'keys',
  read: readKeys,
};

function readKeys(reading: Reading): Keys | undefined {
  const { exchange } = reading;
  if (exchange.method !== 'GET' || exchange.kind === 'navigation') return undefined;
  const defects = defectsOf(reading);
  if (defects === undefined) return undefined;
  return {
    kind: 'keys',
    exchange,
    endpoint: withoutQuery(exchange.url),
    params: messageParameters(),
    defects,
  };
}

/** Undefined for anything that is no keys document and is not asked for as one. */
function defectsOf(reading: Reading): Keys['defects'] | undefined {
  const { kind, url, status, known, responseBody } = reading.exchange;
  const document = reading.responseJson();
  const members = document?.['keys'];
  if (Array.isArray(members) && members.some((key) => isJsonObject(key) && typeof key['kty'] === 'string'))
    return keysDefects(members);
  if (kind !== 'fetch' || status !== 200 || !/(?:jwks(?:\.json)?|certs|keys)$/i.test(withoutQuery(url)))
    return undefined;
  if (Array.isArray(members) && members.length === 0) return ['empty'];
  const isPage =
    known.responseBody && document === undefined && responseBody?.text.trimStart().startsWith('<');
  return isPage === true ? ['unreadable'] : undefined;
}
