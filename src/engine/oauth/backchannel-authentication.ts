// Client-Initiated Backchannel Authentication: CIBA Core §7.1.
import { stringMember } from '../http/json.ts';
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { refusalIn } from './error.ts';
import type { BackchannelAuthentication } from './message.ts';
import { messageParameters, placed } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

const hints = ['login_hint', 'login_hint_token', 'id_token_hint'] as const;

/** Recognised by its answer, or by its path when the answer was not captured. */
export const backchannelAuthentication: Recogniser = {
  kind: 'backchannel_authentication',
  read: readBackchannelAuthentication,
};

function readBackchannelAuthentication(reading: Reading): BackchannelAuthentication | undefined {
  const { exchange } = reading;
  if (exchange.method !== 'POST') return undefined;
  const params = messageParameters(placed(exchange.id, 'form', reading.form()));
  if (params.get('grant_type') !== undefined || params.get('response_type') !== undefined) return undefined;
  const hinted = hints.some((name) => params.get(name) !== undefined) || params.get('request') !== undefined;
  if (!hinted) return undefined;
  const authReqId = stringMember(reading.responseJson(), 'auth_req_id');
  const named = /\/(?:bc-authorize|backchannel[\w-]*|ciba[\w/-]*)\/?$/i.test(reading.url().path);
  if (authReqId === undefined && !named) return undefined;
  const error = authReqId === undefined ? refusalIn(reading) : undefined;
  return {
    kind: 'backchannel_authentication',
    exchange,
    endpoint: withoutQuery(exchange.url),
    params,
    authReqId,
    error,
  };
}
