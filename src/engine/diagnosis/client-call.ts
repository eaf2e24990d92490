import { readingOf } from '../http/reading.ts';
import { readClientAuthentication } from '../oauth/client-authentication.ts';
import type { Message, TokenRequest } from '../oauth/message.ts';

/** A request in which a client says who it is: the token request, or another that authenticates it the same way. */
export type ClientCall = Pick<
  TokenRequest,
  'exchange' | 'endpoint' | 'params' | 'authentication' | 'answer' | 'error'
> & { readonly kind: Message['kind'] };

/** The message as a call of a client; undefined where clients do not authenticate. */
export function clientCallOf(message: Message): ClientCall | undefined {
  switch (message.kind) {
    case 'token_request':
      return message;
    // RFC 9126 §2, RFC 8628 §3.1, CIBA §7.1, RFC 7009 §2.1, RFC 7662 §2.1: all as at the token endpoint.
    case 'pushed_authorization_request':
    case 'device_authorization':
    case 'backchannel_authentication':
    case 'revocation':
    case 'introspection': {
      const { exchange, params, error } = message;
      return {
        ...message,
        authentication: readClientAuthentication(readingOf(exchange), params),
        answer: error === undefined ? 'success' : 'error',
      };
    }
    default:
      return undefined;
  }
}
