// Front-channel logout: OpenID Connect Front-Channel Logout 1.0 §3.
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import type { FrontChannelLogout } from './message.ts';
import { messageParameters, placed } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Recognises the iframe by which a server tells another app that the session is over. */
export const frontChannelLogout: Recogniser = {
  kind: 'front_channel_logout',
  read: readFrontChannelLogout,
};

function readFrontChannelLogout(reading: Reading): FrontChannelLogout | undefined {
  const { exchange } = reading;
  if (exchange.method !== 'GET' || exchange.kind !== 'frame') return undefined;
  const params = messageParameters(placed(exchange.id, 'query', reading.query()));
  const isAnswer = params.get('code') !== undefined || params.get('error') !== undefined;
  if (params.get('iss') === undefined || params.get('sid') === undefined || isAnswer) return undefined;
  return { kind: 'front_channel_logout', exchange, endpoint: withoutQuery(exchange.url), params };
}
