import { decodeOnce } from '../http/parameters.ts';
import { isGuid, looksOpaque } from './opaque.ts';
import { isPlaceholder } from './placeholder.ts';
import { rememberInside } from './redact-inside.ts';
import { deepest, type Redaction } from './redaction.ts';

const shape = /^([a-z][a-z0-9+.-]*:)?(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/is;
/** Path words after which comes the name of a tenant, realm, policy or authorization server. */
const tenantWords = new Set('oauth2 realms realm tfp'.split(' '));
/** Such words of other sites as well, where a link to share or to reset follows them. */
const vagueTenantWords = new Set('tenant tenants t o org issuer environments policies'.split(' '));

/**
 * A URL with its shape kept: scheme, host, readable path words and parameter names stay, parameter values go by their
 * names, opaque path words and credentials are hidden.
 */
export function redactUrl(url: string, redaction: Redaction, depth: number): string {
  if (/^urn:ietf:wg:oauth:2\.0:oob(?::auto)?$/.test(url)) return url;
  // Encoded once too often is a fault that a reader has to see.
  if (/^https?%3A%2F%2F/i.test(url) && depth < deepest)
    return encodeURIComponent(redactUrl(decodeOnce(url).value, redaction, depth + 1));
  const parts = shape.exec(url);
  if (parts === null || depth > deepest) return redaction.hide(url, 'url', false);
  const [, scheme = '', authority = '', path = '', query = '', fragment = ''] = parts;
  if (authority === '' && scheme !== '' && !isKnownPathScheme(scheme)) return redaction.text(url);
  return (
    scheme +
    redactAuthority(authority, redaction) +
    redactPath(scheme.toLowerCase() === 'file:' ? withoutHome(path, redaction) : path, redaction) +
    (query.length > 1 ? `?${redaction.parameters(query.slice(1), 'parameter', depth + 1)}` : query) +
    redactFragment(fragment, redaction, depth)
  );
}

/** The path of a file without the name of whose folder it is in. */
function withoutHome(path: string, redaction: Redaction): string {
  return path.replace(
    /^((?:\/[A-Z]:)?\/(?:home|Users)\/)([^/]+)/i,
    (_, folder: string, name: string) => folder + redaction.hide(name, 'username', name.length > 13),
  );
}

/** Schemes without `//` that are redirect targets: private-use ones (RFC 8252 §7.1) and `urn:`. */
function isKnownPathScheme(scheme: string): boolean {
  return !/^(?:data|javascript|blob|mailto|tel|about|view-source):$/i.test(scheme);
}

const hostName = /^\/\/((?:[a-z0-9-]{1,63}\.)+[a-z]{2,24})(?::\d{1,5})?$/;

function redactAuthority(authority: string, redaction: Redaction): string {
  const at = authority.lastIndexOf('@');
  if (at === -1) {
    // A sentence may name the host, however it looks: `dev-12345678.okta.com`.
    const [, host] = hostName.exec(authority) ?? [];
    if (host !== undefined) redaction.keep(host, 'host');
    return redaction.known(authority);
  }
  for (const part of authority.slice(2, at).split(':'))
    redaction.remember(decodeOnce(part.replaceAll('+', '%2B')).value, 'userinfo', true);
  return `//${redaction.hide(authority.slice(2, at), 'userinfo', true)}${redaction.known(authority.slice(at))}`;
}

function redactPath(path: string, redaction: Redaction): string {
  const words = path.split('/');
  return words.map((word, index) => redactWord(word, words, index, redaction)).join('/');
}

function redactWord(word: string, words: readonly string[], index: number, redaction: Redaction): string {
  if (word === '' || isPlaceholder(word)) return word;
  const known = redaction.known(word);
  if (known !== word) return redaction.hide(word, 'path', false);
  if (redaction.isKept(word)) return word;
  const said = word.replace(/^~/, '');
  if (tells(word, words[index - 1] ?? ''))
    return (
      word.slice(0, -said.length) + redaction.hide(said, 'path', /[^a-z]/i.test(said) || said.length > 13)
    );
  if (isTenantPlace(words, index) && /^[\w.-]{1,64}$/.test(word)) return redaction.keep(word, 'path');
  const plain = /^[\w.~:,;!$'()*+@-]+$/.test(word) && !looksOpaque(word) && !/.@/.test(word);
  if (!plain) rememberInside(word, redaction, 1);
  return plain ? word : redaction.hide(word, 'path', false);
}

/** Path words after which a person is named, and after which a link's own secret comes. */
const people = /^(?:users?|u|accounts?|profiles?|people|members?|customers?|employees?)$/i;
const links = /^(?:reset|verify|magic|confirm|invite|activate|unsubscribe|share)$/i;

/** A word that is a person by its place or its sign, `/users/jane.roe`, `/~jane`, or the secret of a link to send. */
function tells(word: string, before: string): boolean {
  if (/^~./.test(word)) return true;
  if (people.test(before))
    return /^[a-z]+[._][a-z]+\d*$/i.test(word) && !/\.(?:html?|php|aspx?|jsp|js|json|do|cgi)$/i.test(word);
  return links.test(before) && word.length > 5 && /\d|[a-z][A-Z].*[a-z][A-Z]/.test(word);
}

/** Words beside which a GUID in a path is a tenant's or an environment's, and not a session's. */
const besideTenant =
  /^(?:oauth2|v2\.0|\.well-known|as|discovery|saml2|login|kmsi|reprocess|federationmetadata|b2c_.*)$/i;
/** A user pool of Amazon Cognito: region and nine characters. */
const userPool = /^[a-z]{2}(?:-[a-z]+)+-\d_[A-Za-z0-9]{9}$/;

/** The first word of a path when it is a GUID or a user pool, and the word after `realms`, `oauth2` and the like. */
function isTenantPlace(words: readonly string[], index: number): boolean {
  const before = words[index - 1]?.toLowerCase() ?? '';
  const word = words[index] ?? '';
  if (index === 1 && userPool.test(word)) return true;
  const isBeside = words.some((each) => besideTenant.test(each));
  if (index === 1 && isGuid(word)) return isBeside;
  const isAfter = tenantWords.has(before) || (isBeside && vagueTenantWords.has(before));
  return isAfter && word.length <= 36 && words.length > index + 1;
}

/** A fragment may hold parameters, a client-side route, a route with parameters, or a bare word. */
function redactFragment(fragment: string, redaction: Redaction, depth: number): string {
  if (fragment.length <= 1) return fragment;
  const text = fragment.slice(1);
  const query = text.indexOf('?');
  if (text.startsWith('/') || query !== -1) {
    const path = query === -1 ? text : text.slice(0, query);
    const rest =
      query === -1 ? '' : `?${redaction.parameters(text.slice(query + 1), 'parameter', depth + 1)}`;
    return `#${redactPath(path, redaction)}${rest}`;
  }
  if (text.includes('=')) return `#${redaction.parameters(text, 'parameter', depth + 1)}`;
  return `#${redactPath(text, redaction)}`;
}
