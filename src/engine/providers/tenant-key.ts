import type { Provider, TenantPattern } from './provider.ts';

/** The tenant that a provider's patterns find in a URL; '' is its only tenant, undefined when none is found. */
export function tenantKey(provider: Provider, url: string): string | undefined {
  for (const pattern of provider.tenants) {
    const key = fillKey(pattern, url);
    if (key !== undefined) return key;
  }
  return undefined;
}

function fillKey(pattern: TenantPattern, url: string): string | undefined {
  const match = pattern.url.exec(url);
  if (match === null) return undefined;
  return pattern.key.replace(/\{(\w+)(:lc)?\}/g, (_, name: string, lower: string | undefined) => {
    const value = match.groups?.[name] ?? '';
    return lower === undefined ? value : value.toLowerCase();
  });
}

/**
 * How two tenants of one provider relate by their names alone. An alias for every tenant stands for any of them, a
 * directory's name and its GUID may be one, and a key that ends in a slash lacks its last part: all are `possible`.
 */
export function compareTenants(provider: Provider, a: string, b: string): 'same' | 'differ' | 'possible' {
  const [one, other] = [nameOf(provider, a), nameOf(provider, b)];
  if (cloudOf(a) !== cloudOf(b)) return 'differ';
  if (one === other) return 'same';
  if (one === '' || other === '') return 'possible';
  const any = provider.anyTenant ?? [];
  if (any.includes(one) || any.includes(other)) return 'possible';
  return isGuid(one) === isGuid(other) ? 'differ' : 'possible';
}

function nameOf(provider: Provider, key: string): string {
  const name = key.slice(key.lastIndexOf('/') + 1);
  return provider.tenantAliases?.[name] ?? name;
}

function cloudOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/') + 1);
}

/** True for the form in which directories and environments are numbered. */
export function isGuid(name: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name);
}
