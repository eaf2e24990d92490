import { headerValue } from '../http/headers.ts';
import type { Exchange } from '../http/exchange.ts';
import { isUnreadCall } from './unread-token-call.ts';
import { mayDeliver } from './response-in-page.ts';

/** Larger bodies are uploads, never protocol messages. */
const largestBody = 262_144;

const inUrl = [
  'client_id=',
  'code=',
  'error=',
  'id_token',
  'access_token=',
  'grant_type=',
  'logout',
  'response=',
  'SAMLRe',
  'SAMLart=',
  'wsignin1.',
  'ticket=ST-',
  'iss=',
  'returnTo=',
] as const;
const inPath = [
  '/.well-known/',
  'jwks',
  'keys',
  'certs',
  'userinfo',
  'heck_session',
  'hecksession',
  'ession_iframe',
  'login-status-iframe',
] as const;
const inBody = [
  'grant_type',
  'code=',
  'code"',
  'client_id',
  'response_type',
  'token=',
  'error=',
  'id_token',
  'redirect_uris',
  'software_statement',
  'login_hint',
  'request=eyJ',
  'target_link_uri',
  'SAMLRe',
  'wsignin1.',
  'response=',
] as const;

/** A cheap test that turns unrelated traffic away before anything is parsed. */
export function mayMatter(exchange: Exchange): boolean {
  const { url, status } = exchange;
  if (exchange.method === 'OPTIONS') return true;
  if (status === 401 || status === 403) return true;
  if (status === 400 && headerValue(exchange.responseHeaders, 'www-authenticate') !== undefined) return true;
  if (exchange.redirectTarget !== undefined && hasParameters(exchange.redirectTarget)) return true;
  const body = exchange.requestBody?.text;
  if (body !== undefined && body.length > 0 && body.length < largestBody && containsAny(body, inBody))
    return true;
  if (hasParameters(url) || (url.includes('oken') && isUnreadCall(exchange))) return true;
  const page = exchange.kind === 'fetch' ? undefined : exchange.responseBody;
  if (page !== undefined && page.mediaType.includes('html') && mayDeliver(page.text)) return true;
  if (exchange.kind === 'other' && headerValue(exchange.requestHeaders, 'sec-fetch-dest') === 'webidentity')
    return true;
  return exchange.kind !== 'navigation' && (containsAny(url, inPath) || /\/me\/?(?:\?|$)/.test(url));
}

function hasParameters(url: string): boolean {
  return (url.includes('?') || url.includes('#')) && containsAny(url, inUrl);
}

function containsAny(text: string, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}
