// Refused calls to protected resources: RFC 6750 §3, RFC 9449 §7.1.
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { bearerToken } from './bearer-token.ts';
import { errorInAnswer } from './error.ts';
import type { ResourceCall } from './message.ts';
import { messageParameters } from './message-parameters.ts';

/** Recognises a call that carries an access token and was refused; calls that worked say nothing about the login. */
export function readResourceCall(reading: Reading): ResourceCall | undefined {
  const { exchange } = reading;
  if (exchange.status !== 401 && exchange.status !== 403) return undefined;
  const accessToken = bearerToken(reading);
  if (accessToken === undefined) return undefined;
  return {
    kind: 'resource_call',
    exchange,
    endpoint: withoutQuery(exchange.url),
    params: messageParameters(),
    accessToken,
    error: errorInAnswer(reading),
  };
}
