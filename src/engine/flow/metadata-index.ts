import { stringMember } from '../http/json.ts';
import { isAt, withoutQuery } from '../http/url.ts';
import { messagesByAddress } from '../oauth/discovery.ts';
import type { Discovery, MessageKind } from '../oauth/message.ts';
import type { Metadata } from '../providers/authority-of.ts';
import { endpointsNamed, endpointsOf } from '../providers/metadata-endpoints.ts';

/** The metadata documents that were seen, found by the endpoints they list. */
export interface MetadataIndex {
  /** Returns the linking keys of messages it describes and the keys of addresses it names; none when the same document was seen before. */
  add(discovery: Discovery): readonly string[];
  remove(exchangeId: string): readonly string[];
  /** The document that lists this URL as an endpoint. */
  at(url: string): Metadata | undefined;
  /** The linking keys of messages that documents describe whose keys stand at this URL (without query). */
  withKeysAt(url: string): readonly string[];
  /** The messages this URL is for, where nothing but their address may tell them. */
  kindAt(url: string): MessageKind | undefined;
  /** The document of an issuer. */
  of(issuer: string): Metadata | undefined;
}

interface Entry {
  readonly metadata: Metadata;
  readonly text: string;
  readonly endpoints: readonly string[];
  readonly keys: readonly string[];
  readonly keysAt: string;
  readonly exchanges: Set<string>;
  /** The first of them, until one comes before it or it goes. */
  firstExchange: string | undefined;
}

/** An empty index. */
export function createMetadataIndex(): MetadataIndex {
  const entries = new Map<string, Entry>();
  const byExchange = new Map<string, Entry>();
  const byEndpoint = new Map<string, Set<Entry>>();
  const byIssuer = new Map<string, Set<Entry>>();
  const byKeys = new Map<string, Set<Entry>>();

  function remove(exchangeId: string): readonly string[] {
    const entry = byExchange.get(exchangeId);
    if (entry === undefined) return [];
    byExchange.delete(exchangeId);
    entry.exchanges.delete(exchangeId);
    if (entry.firstExchange === exchangeId) entry.firstExchange = undefined;
    if (entry.exchanges.size > 0) return [];
    entries.delete(entry.text);
    for (const endpoint of entry.endpoints) byEndpoint.get(withoutQuery(endpoint))?.delete(entry);
    byIssuer.get(entry.metadata.issuer)?.delete(entry);
    byKeys.get(entry.keysAt)?.delete(entry);
    return entry.keys;
  }

  const at = (url: string): Metadata | undefined => first(byEndpoint.get(withoutQuery(url)), url);

  return {
    add({ exchange, endpoint: url, found }) {
      if (found === undefined) return remove(exchange.id);
      const { document, issuer } = found;
      const text = `${JSON.stringify(document)} ${url}`;
      const known = entries.get(text);
      if (known?.exchanges.has(exchange.id) === true) return [];
      const removed = remove(exchange.id);
      if (known !== undefined) {
        known.exchanges.add(exchange.id);
        if (known.firstExchange !== undefined && exchange.id < known.firstExchange)
          known.firstExchange = exchange.id;
        byExchange.set(exchange.id, known);
        return removed;
      }
      const endpoints = endpointsOf(document);
      const entry: Entry = {
        metadata: { issuer, document, url },
        text,
        endpoints,
        keys: [
          `issuer ${issuer}`,
          ...endpoints.map((endpoint) => `endpoint ${withoutQuery(endpoint)}`),
          ...messagesByAddress.flatMap(([, member]) => endpointsNamed(document, member).map(addressKey)),
        ],
        keysAt: withoutQuery(stringMember(document, 'jwks_uri') ?? ''),
        exchanges: new Set([exchange.id]),
        firstExchange: undefined,
      };
      entries.set(text, entry);
      byExchange.set(exchange.id, entry);
      for (const endpoint of endpoints) include(byEndpoint, withoutQuery(endpoint), entry);
      include(byIssuer, issuer, entry);
      include(byKeys, entry.keysAt, entry);
      return [...removed, ...entry.keys];
    },
    remove,
    withKeysAt: (url) => [...(byKeys.get(url) ?? [])].flatMap(({ keys }) => keys),
    at,
    kindAt(url) {
      const document = at(url)?.document;
      if (document === undefined) return undefined;
      return messagesByAddress.find(([, member]) =>
        endpointsNamed(document, member).some((endpoint) => isAt(endpoint, url)),
      )?.[0];
    },
    of: (issuer) => first(byIssuer.get(issuer)),
  };
}

/** The key of an exchange whose message nothing but its address may tell. */
export function addressKey(url: string): string {
  return `address ${withoutQuery(url)}`;
}

function include(map: Map<string, Set<Entry>>, key: string, entry: Entry): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([entry]));
  else set.add(entry);
}

/** When two documents differ, the choice must not depend on which came first: it is the one that says most of the URL. */
function first(entries: Set<Entry> | undefined, url = ''): Metadata | undefined {
  let best: Entry | undefined;
  let most = -1;
  for (const entry of entries ?? []) {
    const said =
      url === '' ? 0 : Math.max(...entry.endpoints.map((each) => (isAt(each, url) ? each.length : -2)));
    if (said < most || (said === most && entry.text > (best?.text ?? ''))) continue;
    best = entry;
    most = said;
  }
  if (best === undefined) return undefined;
  best.firstExchange ??= [...best.exchanges].reduce((one, other) => (other < one ? other : one));
  const exchange = best.firstExchange;
  return { ...best.metadata, exchange };
}
