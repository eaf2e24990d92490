// Login started by another site: OpenID Connect Core §4.
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import type { InitiatedLogin } from './message.ts';
import { messageParameters, placed } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Recognises a link to an app that asks it to start a login; shown only when the app does. */
export const initiatedLogin: Recogniser = {
  kind: 'initiated_login',
  read: readInitiatedLogin,
};

function readInitiatedLogin(reading: Reading): InitiatedLogin | undefined {
  const { exchange } = reading;
  if (exchange.kind !== 'navigation' || (exchange.method !== 'GET' && exchange.method !== 'POST'))
    return undefined;
  const params = messageParameters(
    placed(exchange.id, 'query', reading.query()),
    placed(exchange.id, 'form', reading.form()),
  );
  if (params.get('iss') === undefined) return undefined;
  if (params.get('login_hint') === undefined && params.get('target_link_uri') === undefined) return undefined;
  if (['response_type', 'code', 'state', 'error'].some((name) => params.get(name) !== undefined))
    return undefined;
  return { kind: 'initiated_login', exchange, endpoint: withoutQuery(exchange.url), params };
}
