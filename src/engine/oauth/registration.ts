// Dynamic client registration: RFC 7591 §3.
import { numberMember, stringMember } from '../http/json.ts';
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { errorInAnswer, refusalIn } from './error.ts';
import type { Registration } from './message.ts';
import { messageParameters, placedMembers } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Recognises a client that introduces itself. */
export const registration: Recogniser = {
  kind: 'registration',
  read: readRegistration,
};

function readRegistration(reading: Reading, isNamed = false): Registration | undefined {
  const { exchange } = reading;
  // RFC 7592 §2.2: a client that is registered already is changed by PUT.
  if (exchange.method !== 'POST' && exchange.method !== 'PUT') return undefined;
  const asked = reading.requestJson();
  // A client without a front channel has no redirect_uris (RFC 7591 §2).
  const describesClient =
    Array.isArray(asked?.['redirect_uris']) ||
    Array.isArray(asked?.['grant_types']) ||
    stringMember(asked, 'software_statement') !== undefined;
  if (!describesClient) return undefined;
  const answer = reading.responseJson();
  const clientId = stringMember(answer, 'client_id');
  const named =
    isNamed || /\/(?:register|registration|clients?|connect\/register|reg)\/?$/i.test(reading.url().path);
  const error = clientId !== undefined ? undefined : named ? refusalIn(reading) : errorInAnswer(reading);
  if (clientId === undefined && error === undefined && !named) return undefined;
  return {
    kind: 'registration',
    exchange,
    endpoint: withoutQuery(exchange.url),
    params: messageParameters(placedMembers(exchange.id, 'request_json', asked)),
    clientId,
    clientSecret: stringMember(answer, 'client_secret'),
    // RFC 7591 §3.2.1: 0 means never.
    secretExpiresAt: numberMember(answer, 'client_secret_expires_at') || undefined,
    error,
  };
}
