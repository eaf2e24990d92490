import { mayBeOAuthBody } from './may-be-oauth-body.ts';
import { mayBeOAuthUrl } from './may-be-oauth.ts';
import type { RequestStarted } from './web-request-event.ts';

/** 'related': it may be OAuth; 'navigation': kept for context, and dropped first; 'none': not kept. */
export type Relevance = 'related' | 'navigation' | 'none';

/** Parameters of a front channel, which are looked for in navigations only. */
const inNavigation = [
  'client_id=',
  'id_token',
  'code=',
  'error=',
  'response=',
  'request_uri=',
  'SAML',
] as const;

/** Whether a request is kept. Nothing is allocated for one that is not. */
export function relevanceOf({ type, method, url, requestBody }: RequestStarted): Relevance {
  if (type === 'main_frame' || type === 'sub_frame') {
    return mayBeOAuthNavigation(url) || mayBeOAuthBody(requestBody) ? 'related' : 'navigation';
  }
  // DevTools loads the source of pages once more, and browsers prefetch: neither is a step of a login.
  if (type === 'other' && method === 'GET') return 'none';
  if (mayBeOAuthUrl(url)) return 'related';
  return method !== 'GET' && mayBeOAuthBody(requestBody) ? 'related' : 'none';
}

/** May a navigation to this URL be a step of a login? */
export function mayBeOAuthNavigation(url: string): boolean {
  if (mayBeOAuthUrl(url)) return true;
  for (const word of inNavigation) if (url.includes(word)) return true;
  return false;
}
