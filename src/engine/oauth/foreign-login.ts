// Logins of other protocols inside an OAuth login: SAML 2.0, WS-Federation and CAS; named, never judged.
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import type { ForeignLogin } from './message.ts';
import { messageParameters, placed, type MessageParameters } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Recognises messages of other login protocols, so that they are named where they interrupt a login. */
export const foreignLogin: Recogniser = {
  kind: 'foreign_login',
  read: readForeignLogin,
};

function readForeignLogin(reading: Reading): ForeignLogin | undefined {
  const { exchange } = reading;
  if (exchange.kind === 'fetch' || (exchange.method !== 'GET' && exchange.method !== 'POST'))
    return undefined;
  const params = messageParameters(
    placed(exchange.id, 'query', reading.query()),
    placed(exchange.id, 'form', reading.form()),
  );
  const protocol = protocolOf(params);
  if (protocol === undefined) return undefined;
  return { kind: 'foreign_login', exchange, endpoint: withoutQuery(exchange.url), params, protocol };
}

function protocolOf(params: MessageParameters): ForeignLogin['protocol'] | undefined {
  const has = (name: string): boolean => params.get(name) !== undefined;
  if (has('SAMLRequest') || has('SAMLResponse') || has('SAMLart')) return 'SAML';
  if (params.get('wa')?.startsWith('wsignin1.') === true) return 'WS-Federation';
  return params.get('ticket')?.startsWith('ST-') === true ? 'CAS' : undefined;
}
