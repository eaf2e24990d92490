// Comparison of redirect URIs: RFC 6749 §4.1.3 (identical), RFC 3986 §6.2.1 (simple string comparison).
import { decodeOnce } from '../http/parameters.ts';
import { urlParts, type UrlParts } from '../http/url.ts';

/** How two redirect URIs differ. */
export type RedirectUriDifference =
  | 'sentinel'
  | 'double_encoded'
  | 'white_space'
  | 'scheme'
  | 'host_loopback_name'
  | 'host_internal'
  | 'host_www'
  | 'host_case'
  | 'host'
  | 'port_default'
  | 'port'
  | 'trailing_slash'
  | 'path_case'
  | 'percent_encoding'
  | 'path'
  | 'query_order'
  | 'query'
  | 'fragment'
  | 'userinfo'
  | 'other';

/** Values that stand for a way of delivery and are no URL (Google popups, out-of-band). */
export function isSentinel(uri: string): boolean {
  return /^(?:postmessage|gis_transform|urn:ietf:wg:oauth:2\.0:oob(?::auto)?|storagerelay:.*)$/s.test(uri);
}

/** The classes that apply, most telling first; empty only for identical strings. */
export function redirectUriDifferences(asked: string, repeated: string): readonly RedirectUriDifference[] {
  if (asked === repeated) return [];
  if (isSentinel(asked) || isSentinel(repeated)) return ['sentinel'];
  if (decodeOnce(repeated).value === asked || decodeOnce(asked).value === repeated) return ['double_encoded'];
  if (asked.trim() !== asked || repeated.trim() !== repeated || /\s/.test(asked + repeated))
    return ['white_space'];
  const a = urlParts(asked);
  const b = urlParts(repeated);
  const found: RedirectUriDifference[] = [];
  if (a.scheme !== b.scheme) found.push('scheme');
  if (a.userinfo !== b.userinfo) found.push('userinfo');
  if (a.host !== b.host) found.push(hostDifference(a.host, b.host));
  if (a.port !== b.port) found.push(isDefaultPort(a, b) ? 'port_default' : 'port');
  if (a.path !== b.path) found.push(pathDifference(a.path, b.path));
  if (a.query !== b.query) found.push(isReordered(a.query, b.query) ? 'query_order' : 'query');
  if (a.fragment !== b.fragment) found.push('fragment');
  return found.length === 0 ? ['other'] : found;
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;
const internal =
  /^(?:0\.0\.0\.0|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|[a-z0-9_-]+|.+\.(?:internal|local|svc))$/i;

/** True for a host that is this very machine, names below localhost included (RFC 8252 §7.3, RFC 6761 §6.3). */
export function isLoopback(host: string): boolean {
  return loopback.test(host) || /\.localhost$/i.test(host);
}

function hostDifference(a: string, b: string): RedirectUriDifference {
  if (a.toLowerCase() === b.toLowerCase()) return 'host_case';
  if (loopback.test(a) && loopback.test(b)) return 'host_loopback_name';
  if (`www.${a}` === b || `www.${b}` === a) return 'host_www';
  return internal.test(a) !== internal.test(b) && !loopback.test(a) ? 'host_internal' : 'host';
}

function isDefaultPort(a: UrlParts, b: UrlParts): boolean {
  const normal = (parts: UrlParts): string => {
    const own = parts.scheme.toLowerCase() === 'https' ? '443' : '80';
    return parts.port === undefined || parts.port === '' ? own : parts.port;
  };
  return normal(a) === normal(b);
}

function pathDifference(a: string, b: string): RedirectUriDifference {
  if (`${a}/` === b || `${b}/` === a) return 'trailing_slash';
  if (a.toLowerCase() === b.toLowerCase()) return /%/.test(a) ? 'percent_encoding' : 'path_case';
  return decodeOnce(a).value === decodeOnce(b).value ? 'percent_encoding' : 'path';
}

function isReordered(a: string | undefined, b: string | undefined): boolean {
  const sorted = (query: string | undefined): string => (query ?? '').split('&').sort().join('&');
  return a !== undefined && b !== undefined && sorted(a) === sorted(b);
}

/** In words how `repeated` differs from `asked`, to follow a colon: "it ends with an extra “/”". */
export function redirectUriDifferenceWords(asked: string, repeated: string): string {
  const a = urlParts(asked);
  const b = urlParts(repeated);
  const [first = 'other'] = redirectUriDifferences(asked, repeated);
  switch (first) {
    case 'trailing_slash':
      return b.path.length > a.path.length ? 'it ends with an extra “/”' : 'its final “/” is missing';
    case 'scheme':
      return `it starts with ${b.scheme}:// instead of ${a.scheme}://`;
    case 'host_loopback_name':
      return `it says ${b.host} where the other says ${a.host}`;
    case 'host':
    case 'host_internal':
    case 'host_www':
      return `its host is ${b.host} instead of ${a.host}`;
    case 'host_case':
      return 'its host is written in other letter case';
    case 'port':
      return `its port is ${b.port ?? 'the default one'} instead of ${a.port ?? 'the default one'}`;
    case 'port_default':
      return 'one of them spells out the default port';
    case 'path':
      return 'its path is another one';
    case 'path_case':
      return 'its path differs in letter case';
    case 'percent_encoding':
      return 'its path is percent-encoded differently';
    case 'query_order':
      return 'its query parameters are in another order';
    case 'query':
      return queryWords(a.query, b.query);
    case 'fragment':
      return 'only one of them has this fragment';
    case 'userinfo':
      return 'only one of them names a user before the host';
    case 'white_space':
      return 'white space got into it';
    case 'double_encoded':
      return 'one of them is encoded once more than the other';
    case 'sentinel':
      return 'one of them is a keyword instead of a URL';
    case 'other':
      return 'the two strings are not identical';
  }
}

function queryWords(a: string | undefined, b: string | undefined): string {
  if (a === undefined) return 'it has an extra query';
  return b === undefined ? 'its query is missing' : 'its query is another one';
}

/** True when two URIs are equal after the normalisation that browsers do: default port, empty path, letter case of the host. */
export function isSameAfterNormalisation(one: string, other: string): boolean {
  return redirectUriDifferences(one, other).every((difference) => {
    if (difference === 'host_case' || difference === 'port_default') return true;
    const paths = [urlParts(one).path, urlParts(other).path];
    return difference === 'trailing_slash' && paths.includes('') && paths.includes('/');
  });
}
