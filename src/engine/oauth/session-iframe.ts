// Session management: OpenID Connect Session Management 1.0 §3.
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import type { SessionIframe } from './message.ts';
import { messageParameters } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

const named = /\/(?:check_?session(?:_?iframe)?|session_?iframe|login-status-iframe)(?:\.html?)?$/i;

/** Recognises the server's frame that an app asks whether the user is still signed in. */
export const sessionIframe: Recogniser = {
  kind: 'session_iframe',
  read: readSessionIframe,
};

function readSessionIframe({ exchange }: Reading, isNamed = false): SessionIframe | undefined {
  const endpoint = withoutQuery(exchange.url);
  if (exchange.method !== 'GET' || exchange.kind !== 'frame' || !(isNamed || named.test(endpoint)))
    return undefined;
  return { kind: 'session_iframe', exchange, endpoint, params: messageParameters() };
}
