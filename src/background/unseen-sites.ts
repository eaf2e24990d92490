import type { Exchange } from '../engine/http/exchange.ts';
import { parseParameters } from '../engine/http/parameters.ts';
import { originOf, urlParts } from '../engine/http/url.ts';
import type { SiteAccess } from '../messaging/protocol.ts';

/** Origins that the exchanges of the log name and that the extension may not see. */
export interface UnseenSites {
  readonly names: () => readonly string[];
  /** To be told of each exchange; true when it named another one. */
  note(exchange: Exchange): boolean;
  /** Begins anew, with what the extension may see from now on. */
  reset(access: SiteAccess, exchanges: readonly Exchange[]): void;
}

/** Makes it for an extension that sees all sites, which costs nothing, until it is told otherwise. */
export function createUnseenSites(): UnseenSites {
  let seen: readonly RegExp[] | undefined;
  const unseen = new Set<string>();

  function note(exchange: Exchange): boolean {
    if (seen === undefined) return false;
    const before = unseen.size;
    for (const origin of originsIn(exchange)) if (!seen.some((site) => site.test(origin))) unseen.add(origin);
    return unseen.size > before;
  }

  return {
    names: () => [...unseen],
    note,
    reset: ({ allSites, sites = [] }, exchanges) => {
      seen = allSites ? undefined : sites.map(toRegExp);
      unseen.clear();
      exchanges.forEach(note);
    },
  };
}

/** Of the exchange itself, and of addresses in its query, as `redirect_uri` and `iss` are. */
function originsIn({ url }: Exchange): readonly string[] {
  const values = parseParameters(urlParts(url).query ?? '').map(({ value }) => value);
  return [url, ...values].filter((each) => /^https?:/u.test(each)).map(originOf);
}

/** https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns; one without a port stands for all of them. */
function toRegExp(pattern: string): RegExp {
  const source = pattern
    .replace(/\/\*$/u, '')
    .replaceAll('.', '\\.')
    .replace('*:', 'https?:')
    .replace('*\\.', '(.+\\.)?')
    .replace(/\*$/u, '.*');
  return new RegExp(`^${source}(:\\d+)?$`, 'u');
}
