import { withoutQuery } from '../http/url.ts';
import type { AuthorizationRequest, AuthorizationResponse } from './message.ts';
import { isSameAfterNormalisation } from './redirect-uri.ts';

/**
 * True for an error that went elsewhere than to the redirect_uri asked for: a server that does not trust that URI must
 * not send the browser there, and shows a page of its own (RFC 6749 §4.1.2.1).
 */
export function isOwnErrorPage(
  { params }: AuthorizationRequest,
  { error, target }: AuthorizationResponse,
): boolean {
  const asked = params.get('redirect_uri');
  if (error === undefined || asked === undefined) return false;
  return !isSameAfterNormalisation(withoutQuery(asked), withoutQuery(target));
}
