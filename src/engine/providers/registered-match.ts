// Matching of a redirect_uri with the registered ones: RFC 6749 §3.1.2.3, RFC 8252 §7.3, RFC 9700 §4.1.3, and what providers do.
import { urlParts, type UrlParts } from '../http/url.ts';
import type { RedirectMatching } from './provider.ts';

/** `possible`: accepted by some servers and not by others. */
export type RegisteredMatch = 'match' | 'possible' | 'none';

/** Whether a server that compares in this way accepts the sent URI for the registered one. */
export function registeredMatch(
  sent: string,
  registered: string,
  matching: RedirectMatching,
): RegisteredMatch {
  if (sent === registered || accepts(sent, registered, matching)) return 'match';
  return samePortAside(sent, registered, matching.anyPort);
}

function accepts(sent: string, registered: string, { rule, addsSlash }: RedirectMatching): boolean {
  if (addsSlash === true && urlParts(registered).path === '' && sent === `${registered}/`) return true;
  switch (rule) {
    case 'exact':
      return false;
    case 'case-insensitive':
      return sent.toLowerCase() === registered.toLowerCase();
    case 'prefix':
      return sent.startsWith(registered);
    case 'path below':
      return isBelow(urlParts(sent), urlParts(registered));
    case 'exact or wildcard':
      return registered.includes('*') && fitsWildcard(sent, registered);
    case 'extra query allowed':
      return hasMoreQuery(sent, registered);
  }
}

/** The path may go deeper; host and port may not differ. */
function isBelow(sent: UrlParts, registered: UrlParts): boolean {
  if (sent.scheme !== registered.scheme || sent.host !== registered.host || sent.port !== registered.port)
    return false;
  const base = registered.path.replace(/\/$/, '');
  return sent.path === base || sent.path.startsWith(`${base}/`);
}

/** Each `*` stands for any text; found piece by piece, in time that grows with the length alone. */
function fitsWildcard(sent: string, registered: string): boolean {
  const pieces = registered.split('*');
  const [first = '', ...rest] = pieces;
  const last = rest.pop() ?? '';
  if (!sent.startsWith(first)) return false;
  let position = first.length;
  for (const piece of rest) {
    const found = sent.indexOf(piece, position);
    if (found < 0) return false;
    position = found + piece.length;
  }
  return sent.length - last.length >= position && sent.endsWith(last);
}

function hasMoreQuery(sent: string, registered: string): boolean {
  const [address = '', query = ''] = sent.split('?');
  const [wanted = '', wantedQuery = ''] = registered.split('?');
  const pairs = new Set(query.split('&'));
  return address === wanted && wantedQuery.split('&').every((pair) => pair === '' || pairs.has(pair));
}

/** Native applications cannot choose their port: RFC 8252 §7.3 lets it vary for loopback addresses. */
function samePortAside(
  sent: string,
  registered: string,
  anyPort: RedirectMatching['anyPort'],
): RegisteredMatch {
  const [a, b] = [urlParts(sent), urlParts(registered)];
  if (a.scheme !== 'http' || a.host !== b.host || withoutPort(sent, a) !== withoutPort(registered, b))
    return 'none';
  const isName = a.host === 'localhost';
  if (!isName && !/^(?:127(?:\.\d{1,3}){3}|\[::1\])$/.test(a.host)) return 'none';
  const ignored = anyPort === 'loopback' || anyPort === (isName ? 'localhost' : 'loopback address');
  return ignored ? 'match' : 'possible';
}

function withoutPort(uri: string, { host, port }: UrlParts): string {
  return port === undefined ? uri : uri.replace(`${host}:${port}`, () => host);
}
