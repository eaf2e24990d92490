// Client-Initiated Backchannel Authentication: CIBA Core §7.1.
import { stringMember } from '../http/json.ts';
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { refusalIn } from './error.ts';
import type { BackchannelAuthentication } from './message.ts';
import { messageParameters, placed } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';
import { withRequestObject } from './request-object.ts';

const hints = ['login_hint', 'login_hint_token', 'id_token_hint'] as const;

/** Recognised by its answer, its path, its address in metadata, or a request object that asks for no redirect. */
export const backchannelAuthentication: Recogniser = {
  kind: 'backchannel_authentication',
  read: readBackchannelAuthentication,
};

function readBackchannelAuthentication(
  reading: Reading,
  isNamed = false,
): BackchannelAuthentication | undefined {
  const { exchange } = reading;
  if (exchange.method !== 'POST') return undefined;
  const open = messageParameters(placed(exchange.id, 'form', reading.form()));
  const params = withRequestObject(exchange.id, open);
  if (['grant_type', 'response_type', 'redirect_uri'].some((name) => params.get(name) !== undefined))
    return undefined;
  const isSigned = params !== open && exchange.kind !== 'navigation' && exchange.kind !== 'frame';
  const isHinted = hints.some((name) => params.get(name) !== undefined);
  if (!isHinted && open.get('request') === undefined) return undefined;
  const answer = reading.responseJson();
  const authReqId = stringMember(answer, 'auth_req_id');
  const tells =
    authReqId !== undefined ||
    isNamed ||
    (isSigned && isHinted && stringMember(answer, 'request_uri') === undefined) ||
    /\/(?:bc-authorize|backchannel[\w-]*|ciba[\w/-]*)\/?$/i.test(reading.url().path);
  if (!tells) return undefined;
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
