import { urlParts } from './url.ts';

/**
 * What in the path or the query of a call's address tells that it may belong to OAuth 2.0 or OpenID Connect. It holds all
 * that `mayBeOAuthUrl` looks for there, and more: what is only likely here is told by the body of the call.
 */
const within = [
  // token, revoke
  'oke',
  // jwks
  'wks',
  // .well-known
  '-kn',
  'keys',
  'auth',
  'userinfo',
  'introspect',
  '?code=',
  '&code=',
  'oidc',
  'login',
] as const;

/** The same for how an address ends; `/request` is where a pushed authorization request may go. */
const atEnd = ['me', 'certs', 'logout', 'par', 'request'] as const;

/** The same as match patterns of browsers, to hear of such calls only: the host may be any. */
export const tellingPatterns: readonly string[] = [
  ...within.map((word) => `*://*/*${word}*`),
  ...atEnd.map((word) => `*://*/*${word}`),
];

/** More would be addresses that hold a name or a number of their own in each call. */
const most = 20;

/**
 * Match patterns for the addresses that such calls went to before, the newest first, without those that tell anyway: what a
 * body or an answer once told need not be told again. Firefox knows no ports in them, so that they fit all of a host's.
 */
export function patternsOf(urls: readonly string[]): readonly string[] {
  const patterns = new Set<string>();
  for (const url of urls.toReversed()) {
    const { scheme, host, path } = urlParts(url);
    // A pattern that a browser does not accept would make it refuse them all.
    if (!/^https?$/u.test(scheme) || !/^[\w.-]+$/u.test(host) || !/^\/[!-~]*$/u.test(path)) continue;
    if (isTelling(path)) continue;
    patterns.add(`${scheme}://${host}${path}*`);
    if (patterns.size === most) break;
  }
  return [...patterns];
}

function isTelling(path: string): boolean {
  return within.some((word) => path.includes(word)) || atEnd.some((word) => path.endsWith(word));
}
