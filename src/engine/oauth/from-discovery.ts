// A metadata document that was handed over by the user: OpenID Connect Discovery 1.0 §3, RFC 8414 §2.
import type { Exchange } from '../http/exchange.ts';
import { lineAndColumn, parseJson } from '../http/json.ts';
import { problemAt, type Problem } from '../http/problem.ts';
import { readingOf } from '../http/reading.ts';
import { urlParts } from '../http/url.ts';
import { discovery, isMetadataUrl } from './discovery.ts';

/** Longest document that is read, characters; the longest ones that real servers publish have a tenth of that. */
export const discoveryLimit = 262_144;

/** Where a document came from, and when (Unix milliseconds). */
export interface DiscoveryOrigin {
  /** `pasted`, `fetched`, or the name of a file; becomes the source of the exchange. */
  readonly source: string;
  readonly at: number;
  /** Where it was fetched from; without it, it counts as fetched from where its issuer publishes it. */
  readonly url?: string;
}

/** The document as an exchange of its own, so that it counts like one that was captured. */
export function fromDiscovery(text: string, { source, at, url }: DiscoveryOrigin): Exchange | Problem {
  if (text.length > discoveryLimit)
    return problemAt(source, 'file', `The document is longer than ${discoveryLimit / 1024} KiB.`);
  const json = parseJson(text);
  if ('failedAt' in json)
    return problemAt(source, lineAndColumn(text, json.failedAt), 'The document is not valid JSON.');
  const draft = exchangeOf(
    text,
    source,
    at,
    url ?? 'https://unknown.invalid/.well-known/openid-configuration',
  );
  const message = discovery.read(readingOf(draft));
  if (message?.kind !== 'discovery' || message.found === undefined)
    return problemAt(source, 'issuer', 'The document names no issuer.');
  const address = url ?? metadataAddress(message.found.issuer);
  if (address === undefined)
    return problemAt(source, 'issuer', 'The issuer is not an https address, nor http on this machine.');
  return { ...draft, id: `${source} ${address}`, url: address };
}

/**
 * Where a server publishes its metadata, from its issuer or the address itself; undefined unless it is https, or http
 * on this machine.
 */
export function metadataAddress(issuer: string): string | undefined {
  const trimmed = issuer.trim();
  const { scheme, host } = urlParts(trimmed);
  const isLoopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(host);
  if (host === '' || /[\s@\\]/.test(trimmed) || (scheme !== 'https' && !(scheme === 'http' && isLoopback)))
    return undefined;
  const base = trimmed.replace(/[?#].*$/, '');
  return isMetadataUrl(base) ? base : `${base.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

function exchangeOf(text: string, source: string, at: number, url: string): Exchange {
  return {
    id: source,
    source,
    tab: undefined,
    frame: undefined,
    initiator: undefined,
    kind: 'other',
    method: 'GET',
    url,
    requestHeaders: [],
    requestBody: undefined,
    status: 200,
    responseHeaders: [],
    responseBody: { text, mediaType: 'application/json', fidelity: 'exact', cutFrom: undefined },
    redirectTarget: undefined,
    startedAt: at,
    respondedAt: at,
    endedAt: at,
    networkError: undefined,
    channels: ['file'],
    known: {
      requestHeaders: false,
      requestBody: false,
      responseHeaders: false,
      responseBody: true,
      fragment: true,
    },
  };
}
