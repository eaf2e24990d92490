// What a redirect_uri must be: RFC 6749 §3.1.2 (absolute, no fragment), RFC 3986.
import { urlParts } from '../http/url.ts';
import { parsePlaceholder } from './placeholder.ts';
import { isSentinel } from './redirect-uri.ts';

/** What is wrong with a redirect_uri whatever is registered. */
export interface RedirectUriDefect {
  /** Follows "The redirect_uri". */
  readonly words: string;
  /** A server may put up with it. */
  readonly mild?: true;
}

/** The first defect of a decoded redirect_uri, worst first; undefined when it is well formed. */
export function redirectUriDefect(sent: string): RedirectUriDefect | undefined {
  if (isSentinel(sent) || parsePlaceholder(sent) !== undefined) return undefined;
  const uri = sent.replace(/‹[^›]*›/g, 'x');
  if (/^[a-z][a-z\d+.-]*%3A|^%2F|^https?:%2F/i.test(uri)) return { words: 'is encoded once too often' };
  if (/[\s\\]/.test(uri)) return { words: 'has white space or a backslash in it' };
  const { scheme, host, port, path, fragment, userinfo } = urlParts(uri);
  if (/\$\{|\{\{|[<>]|\{[a-z_]+\}/i.test(uri) || isFiller(host, path))
    return { words: 'holds a placeholder that was never filled in' };
  if (scheme === '') return { words: 'is not absolute: it has no scheme' };
  if (fragment !== undefined) return { words: 'has a fragment (#), which is forbidden' };
  if (port !== undefined && Number(port) > 65_535) return { words: 'has a port that does not exist' };
  if (/^https?$/i.test(scheme) && host === '') return { words: 'has no host' };
  if (uri.includes('*')) return { words: 'has a wildcard in it', mild: true };
  return userinfo === undefined ? undefined : { words: 'names a user before its host', mild: true };
}

/** Names that scripts and examples leave behind where a value was meant. */
function isFiller(host: string, path: string): boolean {
  return (
    /^(?:undefined|null)$/i.test(host) ||
    /^(?:undefined|null)(?:\/|$)/i.test(path) ||
    /(?:^|\/)undefined(?:\/|$)/.test(path) ||
    /(?:^|\.)your-?(?:app|site|domain|host|server)(?:\.|$)/i.test(host)
  );
}
