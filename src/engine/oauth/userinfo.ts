// UserInfo: OpenID Connect Core §5.3.
import { stringMember } from '../http/json.ts';
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { bearerToken, tokenParameter } from './bearer-token.ts';
import { errorOfCall } from './error.ts';
import type { Userinfo } from './message.ts';
import { messageParameters } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Recognises a call with an access token to an endpoint named for it, or one that answers with a subject. */
export const userinfo: Recogniser = {
  kind: 'userinfo',
  read: readUserinfo,
};

function readUserinfo(reading: Reading, isNamed = false): Userinfo | undefined {
  const { exchange } = reading;
  if (exchange.method !== 'GET' && exchange.method !== 'POST') return undefined;
  const parameter = tokenParameter(reading);
  const accessToken = bearerToken(reading) ?? parameter?.value;
  if (accessToken === undefined) return undefined;
  const { path } = reading.url();
  const named = isNamed || /userinfo/i.test(path);
  const answers = /\/me\/?$/.test(path) && stringMember(reading.responseJson(), 'sub') !== undefined;
  if (!named && !answers) return undefined;
  const error = (exchange.status ?? 0) >= 400 ? errorOfCall(reading) : undefined;
  return {
    kind: 'userinfo',
    exchange,
    endpoint: withoutQuery(exchange.url),
    params: messageParameters(parameter === undefined ? [] : [parameter]),
    accessToken,
    error,
  };
}
