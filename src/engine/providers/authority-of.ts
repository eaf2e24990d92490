import type { JsonObject } from '../http/json.ts';
import { hostOf, urlParts } from '../http/url.ts';
import type { Authority } from './authority.ts';
import { generic } from './generic.ts';
import { providers } from './index.ts';
import type { Provider, TenantPattern } from './provider.ts';
import { tenantPath } from './tenant-path.ts';

/** A metadata document that was seen, and the issuer it names. */
export interface Metadata {
  readonly issuer: string;
  readonly document: JsonObject;
}

/** Who answers at a URL: by host or telling path, by its metadata document, else by structure. */
export function authorityOf(url: string, metadata?: Metadata): Authority {
  const provider = recognise(url, metadata);
  return {
    provider: provider.id,
    providerName: provider.name,
    tenant: tenantOf(provider, url) || undefined,
    issuer: metadata?.issuer,
    host: hostOf(url),
  };
}

function recognise(url: string, metadata: Metadata | undefined): Provider {
  const { host, path } = urlParts(url);
  const name = host.toLowerCase();
  return (
    providers.find((provider) => provider.hosts.some((pattern) => pattern.test(name))) ??
    providers.find((provider) => provider.paths.some((pattern) => pattern.test(path))) ??
    providers.find((provider) => metadata !== undefined && provider.metadata?.(metadata.document) === true) ??
    generic
  );
}

/** The tenant as the provider defines it; for an unknown server what stands before its endpoint's path, if anything. */
function tenantOf(provider: Provider, url: string): string | undefined {
  for (const pattern of provider.tenants) {
    const key = fillKey(pattern, url);
    if (key !== undefined) return key;
  }
  if (provider.tenants.length > 0) return undefined;
  const path = tenantPath(urlParts(url).path);
  return path === undefined || path === '' ? undefined : path.slice(1);
}

function fillKey(pattern: TenantPattern, url: string): string | undefined {
  const match = pattern.url.exec(url);
  if (match === null) return undefined;
  return pattern.key.replace(/\{(\w+)(:lc)?\}/g, (_, name: string, lower: string | undefined) => {
    const value = match.groups?.[name] ?? '';
    return lower === undefined ? value : value.toLowerCase();
  });
}
