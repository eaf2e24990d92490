// Server metadata: OpenID Connect Discovery 1.0 §4, RFC 8414 §3.
import { isCancelled, type Exchange } from '../http/exchange.ts';
import { stringMember } from '../http/json.ts';
import type { Reading } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import type { Discovery } from './message.ts';
import { messageParameters } from './message-parameters.ts';
import type { Recogniser } from './recogniser.ts';

/** Messages that nothing but their address may tell, and the member that names it. */
export const messagesByAddress = [
  ['userinfo', 'userinfo_endpoint'],
  ['logout', 'end_session_endpoint'],
  ['session_iframe', 'check_session_iframe'],
  ['revocation', 'revocation_endpoint'],
  ['introspection', 'introspection_endpoint'],
  ['backchannel_authentication', 'backchannel_authentication_endpoint'],
  ['pushed_authorization_request', 'pushed_authorization_request_endpoint'],
  ['device_authorization', 'device_authorization_endpoint'],
  ['registration', 'registration_endpoint'],
  ['unread_token_call', 'token_endpoint'],
] as const;

/** True for the addresses at which servers publish their metadata. */
export function isMetadataUrl(address: string): boolean {
  return /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)/.test(address);
}

/** Recognises a metadata document that names its issuer. */
export const discovery: Recogniser = {
  kind: 'discovery',
  read: readDiscovery,
};

function readDiscovery(reading: Reading): Discovery | undefined {
  const { exchange } = reading;
  if (exchange.method !== 'GET' || !isMetadataUrl(exchange.url)) return undefined;
  const document = reading.responseJson();
  const issuer = stringMember(document, 'issuer');
  const found = document === undefined || issuer === undefined ? undefined : { document, issuer };
  if (found === undefined && !isInVain(exchange)) return undefined;
  return {
    kind: 'discovery',
    exchange,
    endpoint: withoutQuery(exchange.url),
    params: messageParameters(),
    found,
  };
}

/** Nothing usable came, and the whole of it was captured. A person may open such an address and need no document. */
function isInVain({ kind, status, networkError, known, responseBody }: Exchange): boolean {
  if (kind === 'navigation' || kind === 'frame') return false;
  if (networkError !== undefined) return !isCancelled(networkError);
  if (status === undefined || status < 200 || (status >= 300 && status < 400)) return false;
  return status >= 400 || (known.responseBody && responseBody?.cutFrom === undefined);
}
