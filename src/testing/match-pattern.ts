/**
 * Does a browser's match pattern fit the address? Path and query count, a fragment does not, and case does.
 * https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns
 */
export function fitsPattern(pattern: string, url: string): boolean {
  const [, scheme = '', host = '', path = ''] = /^([^:]+):\/\/([^/]+)(\/.*)$/u.exec(pattern) ?? [];
  const { protocol, hostname, pathname, search } = new URL(url);
  const isScheme = scheme === '*' ? /^https?:$/u.test(protocol) : protocol === `${scheme}:`;
  return isScheme && fits(host, hostname) && fits(path, pathname + search);
}

function fits(pattern: string, text: string): boolean {
  const pieces = pattern
    .split('*')
    .map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`));
  return new RegExp(`^${pieces.join('.*')}$`, 'u').test(text);
}
