import type { JsonObject } from '../http/json.ts';
import { hostOf, urlParts } from '../http/url.ts';
import type { Authority } from './authority.ts';
import { generic } from './generic.ts';
import { providers } from './index.ts';
import type { Provider } from './provider.ts';
import { tenantKey } from './tenant-key.ts';
import { tenantPath } from './tenant-path.ts';

/** A metadata document that was seen, and the issuer it names. */
export interface Metadata {
  readonly issuer: string;
  readonly document: JsonObject;
  /** Where it was fetched from, without query, and one of the exchanges that brought it. */
  readonly url?: string;
  readonly exchange?: string;
}

/** Who answers at a URL: by host or telling path, by its metadata document, else by structure. */
export function authorityOf(url: string, metadata?: Metadata): Authority {
  const provider = recogniseProvider(url, metadata);
  return {
    provider: provider.id,
    providerName: provider.name,
    tenant: tenantOf(provider, url),
    issuer: metadata?.issuer,
    host: hostOf(url),
  };
}

/** The provider behind a URL; `generic` when none is known. */
export function recogniseProvider(url: string, metadata?: Metadata): Provider {
  const { path } = urlParts(url);
  const byHost = providerOfHost(url);
  if (byHost !== undefined && byHost.sharesHosts !== true) return byHost;
  return (
    providers.find((provider) => provider.paths.some((pattern) => pattern.test(path))) ??
    byHost ??
    providers.find((provider) => metadata !== undefined && provider.metadata?.(metadata.document) === true) ??
    generic
  );
}

/** The provider to whose own domains the host belongs. */
export function providerOfHost(url: string): Provider | undefined {
  const name = urlParts(url).host.toLowerCase();
  return providers.find((provider) => provider.hosts.some((pattern) => pattern.test(name)));
}

/** The tenant as the provider defines it; for an unknown server what stands before its endpoint's path, if anything. */
function tenantOf(provider: Provider, url: string): string | undefined {
  const key = tenantKey(provider, url);
  if (key !== undefined || provider.tenants.length > 0) return key?.replace(/\/$/, '') || undefined;
  const path = tenantPath(urlParts(url).path);
  return path === undefined || path === '' ? undefined : path.slice(1);
}
