import type { OAuthError } from '../oauth/error.ts';
import type { Message } from '../oauth/message.ts';

/** Where a login failed. */
export type FailurePlace =
  | 'pushed_authorization_request'
  | 'authorization_endpoint'
  | 'authorization_response'
  | 'callback'
  | 'token_endpoint'
  | 'userinfo'
  | 'device_authorization'
  | 'backchannel_authentication'
  | 'fedcm'
  | 'registration'
  | 'revocation'
  | 'introspection'
  | 'discovery'
  | 'logout';

/** The answer that decides a flow. */
export interface Failure {
  readonly place: FailurePlace;
  readonly message: Message;
  readonly error: OAuthError | undefined;
}
