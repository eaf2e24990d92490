import { hostOf, originOf, urlParts } from '../http/url.ts';
import { providerOfHost, recogniseProvider, type Metadata } from './authority-of.ts';
import { listsEndpoint } from './metadata-endpoints.ts';
import { siblingTenants } from './sibling-tenants.ts';
import { compareTenants, tenantKey } from './tenant-key.ts';
import { tenantPath } from './tenant-path.ts';

/** An endpoint that was called, and the metadata document that lists it, if one was seen. */
export interface Endpoint {
  /** '' when the call was not captured. */
  readonly url: string;
  readonly metadata?: Metadata | undefined;
}

/**
 * - `same`: one issuer, or one tenant as the provider defines it;
 * - `different`: two issuers, by their metadata;
 * - `sibling`: two tenants by structure or by the provider's definition, which is likely and no proof;
 * - `possible`: nothing says that they belong together (an alias, another site);
 * - `unknown`: one of the two was not seen.
 */
export type TenantRelation = 'same' | 'different' | 'sibling' | 'possible' | 'unknown';

/** How the tenants behind two endpoints relate. Two hosts of one server are no contradiction: RFC 8414 lets them differ. */
export function sameTenant(a: Endpoint, b: Endpoint): TenantRelation {
  if (a.url === '' || b.url === '') return 'unknown';
  if (lists(a.metadata, b.url) || lists(b.metadata, a.url)) return 'same';
  if (a.metadata !== undefined && b.metadata !== undefined) {
    return compareIssuers(a.metadata.issuer, b.metadata.issuer);
  }
  return byProvider(a, b) ?? byStructure(a.url, b.url);
}

function lists(metadata: Metadata | undefined, url: string): boolean {
  return metadata !== undefined && listsEndpoint(metadata.document, url);
}

/** A multi-tenant document's issuer is a template, which says nothing about the tenant. */
function compareIssuers(a: string, b: string): TenantRelation {
  if (a === b) return 'same';
  return isTemplateOf(a, b) || isTemplateOf(b, a) ? 'possible' : 'different';
}

function isTemplateOf(template: string, issuer: string): boolean {
  const [before, after] = template.split('{tenantid}');
  return after !== undefined && before !== undefined && issuer.startsWith(before) && issuer.endsWith(after);
}

function byProvider(a: Endpoint, b: Endpoint): TenantRelation | undefined {
  const provider = recogniseProvider(a.url, a.metadata);
  if (provider.id !== recogniseProvider(b.url, b.metadata).id) return undefined;
  const one = tenantKey(provider, a.url);
  const other = tenantKey(provider, b.url);
  if (one === undefined || other === undefined) return undefined;
  // Names of tenants are comparable inside one installation only.
  const hosted = providerOfHost(a.url) === provider && providerOfHost(b.url) === provider;
  if (!hosted && hostOf(a.url) !== hostOf(b.url)) return undefined;
  const relation = compareTenants(provider, one, other);
  return relation === 'differ' ? 'sibling' : relation;
}

/** Equal structure means one server; unequal structure proves nothing. */
function byStructure(a: string, b: string): TenantRelation {
  if (originOf(a) !== '' && originOf(a) === originOf(b)) {
    const [one, other] = [urlParts(a).path, urlParts(b).path];
    if ((tenantPath(one) ?? one) === (tenantPath(other) ?? other)) return 'same';
  }
  return siblingTenants(a, b) === undefined ? 'possible' : 'sibling';
}
