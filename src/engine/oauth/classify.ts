import type { Exchange } from '../http/exchange.ts';
import { readingOf, type Reading } from '../http/reading.ts';
import { readAuthorizationRequest } from './authorization-request.ts';
import { readAuthorizationResponses } from './authorization-response.ts';
import { readDeviceAuthorization } from './device-authorization.ts';
import { readDiscovery } from './discovery.ts';
import { readIntrospection } from './introspection.ts';
import { readKeys } from './keys.ts';
import { readLogout } from './logout.ts';
import { mayMatter } from './may-matter.ts';
import type { Message } from './message.ts';
import { readPreflight } from './preflight.ts';
import { readPushedAuthorizationRequest } from './pushed-authorization-request.ts';
import { readResourceCall } from './resource-call.ts';
import { readRevocation } from './revocation.ts';
import { readTokenRequest } from './token-request.ts';
import { readUserinfo } from './userinfo.ts';

/** What a request asks; the first that recognises it wins, so the telling ones come first. */
const requestReaders: readonly ((reading: Reading) => Message | undefined)[] = [
  readPreflight,
  readTokenRequest,
  readPushedAuthorizationRequest,
  readDeviceAuthorization,
  readAuthorizationRequest,
  readIntrospection,
  readRevocation,
  readLogout,
  readDiscovery,
  readUserinfo,
  readResourceCall,
  readKeys,
];

/** The protocol messages an exchange carries: mostly none; a request and the response it is answered with at most. */
export function classify(exchange: Exchange): readonly Message[] {
  if (!mayMatter(exchange)) return [];
  const reading = readingOf(exchange);
  for (const read of requestReaders) {
    const message = read(reading);
    if (message !== undefined) {
      return message.kind === 'authorization_request'
        ? [message, ...readAuthorizationResponses(reading)]
        : [message];
    }
  }
  return readAuthorizationResponses(reading);
}
