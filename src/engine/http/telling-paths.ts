import { urlParts } from './url.ts';

/** Words that are looked for anywhere in the path and the query of an address, or where it ends. */
interface Words {
  readonly within: readonly string[];
  readonly atEnd: readonly string[];
}

/**
 * What in a call's address tells that it may belong to OAuth 2.0 or OpenID Connect. Chromium looks for each word in each
 * address eight times, so that these are few: `openid` finds most of `.well-known` and all of Keycloak, and `/request` is
 * where a pushed authorization request may go.
 */
const first: Words = {
  // The first of them finds token and revoke, the second jwks.
  within: ['oke', 'wks', 'openid', 'auth', 'userinfo'],
  atEnd: ['me', 'par', 'request'],
};

/** With these it is all that `mayBeOAuthUrl` looks for behind the host, and more: there the body of the call tells. */
const others: Words = {
  within: ['-kn', 'keys', 'introspect', '?code=', '&code=', 'oidc', 'login'],
  atEnd: ['certs', 'logout'],
};

/** Match patterns of browsers, to hear of such calls only: the host may be any. */
export const tellingPatterns: readonly string[] = patternsFor(first);

/** The same for what a page hook tells of too; needed where there is none. */
export const patternsWithoutHook: readonly string[] = patternsFor(others);

function patternsFor({ within, atEnd }: Words): readonly string[] {
  return [...within.map((word) => `*://*/*${word}*`), ...atEnd.map((word) => `*://*/*${word}`)];
}

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
  const { within, atEnd } = first;
  return within.some((word) => path.includes(word)) || atEnd.some((word) => path.endsWith(word));
}
