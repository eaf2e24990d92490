/**
 * A URL cut into its parts by the regular expression of RFC 3986 appendix B, nothing normalised: the platform's
 * parser lower-cases hosts, drops default ports and adds slashes, and would hide the differences looked for.
 */
export interface UrlParts {
  /** Without the colon; '' when relative. */
  readonly scheme: string;
  readonly userinfo: string | undefined;
  readonly host: string;
  /** Digits as written; undefined when none. */
  readonly port: string | undefined;
  readonly path: string;
  /** Without the question mark; undefined when there is none. */
  readonly query: string | undefined;
  /** Without the hash sign; undefined when there is none. */
  readonly fragment: string | undefined;
}

const appendixB = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/;

/** Cuts any text; what is no URL comes back as a path. */
export function urlParts(text: string): UrlParts {
  const match = appendixB.exec(text);
  const authority = match?.[2] ?? '';
  const at = authority.lastIndexOf('@');
  const hostAndPort = authority.slice(at + 1);
  const port = /:(\d*)$/.exec(hostAndPort);
  return {
    scheme: match?.[1] ?? '',
    userinfo: at < 0 ? undefined : authority.slice(0, at),
    host: port === null ? hostAndPort : hostAndPort.slice(0, port.index),
    port: port?.[1],
    path: match === null ? text : (match[3] ?? ''),
    query: match?.[4],
    fragment: match?.[5],
  };
}

/** The URL without query and fragment. */
export function withoutQuery(url: string): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}

/** The URL as it goes over the wire. */
export function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}

/** Whether a URL is at an address as metadata names one: what parameters that has itself stand in the URL, in any order, among others. */
export function isAt(address: string | undefined, url: string): boolean {
  if (address === undefined || withoutQuery(address) !== withoutQuery(url)) return false;
  const sent = urlParts(url).query?.split('&');
  return (
    urlParts(address)
      .query?.split('&')
      .every((pair) => sent?.includes(pair)) ?? true
  );
}

/** Scheme, host and port in the form browsers send as `Origin`; '' for what has no host. */
export function originOf(url: string): string {
  const { scheme, host, port } = urlParts(url);
  if (host === '') return '';
  const lower = scheme.toLowerCase();
  const isDefault = port === undefined || port === '' || port === defaultPorts.get(lower);
  return `${lower}://${host.toLowerCase()}${isDefault ? '' : `:${port}`}`;
}

/** Host with its port when one is written, lower case. */
export function hostOf(url: string): string {
  const { host, port } = urlParts(url);
  return port === undefined || port === '' ? host.toLowerCase() : `${host.toLowerCase()}:${port}`;
}

/** The default ports of the web schemes. */
const defaultPorts: ReadonlyMap<string, string> = new Map([
  ['http', '80'],
  ['https', '443'],
]);
