import { originOf, urlParts } from '../http/url.ts';
import { providerOfHost } from './authority-of.ts';
import { registrableDomain } from './registrable-domain.ts';
import { isGuid, tenantKey } from './tenant-key.ts';

/** Two URLs that look like two tenants of one kind of server, by the one label or path segment in which they differ. */
export interface SiblingTenants {
  /** As written in the first and in the second URL; '' where the other has one more. */
  readonly differing: readonly [string, string];
}

/**
 * Whether two endpoint URLs differ in exactly one tenant slot: a host label below the same registrable domain, or a path
 * segment on the same host. A guess by structure: metadata that lists both endpoints overrules it.
 */
export function siblingTenants(urlA: string, urlB: string): SiblingTenants | undefined {
  const a = serverOf(urlA);
  const b = serverOf(urlB);
  if (a === undefined || b === undefined || a.scheme !== b.scheme || a.port !== b.port) return undefined;
  if (isOneTenant(urlA, urlB)) return undefined;
  if (a.host === b.host) return siblingPaths(a.path, b.path);
  return a.path.join('/') === b.path.join('/') ? siblingHosts(a.host, b.host) : undefined;
}

/** Whether the provider itself says that both hosts serve one tenant: acme.zoom.us and zoom.us. */
function isOneTenant(a: string, b: string): boolean {
  const provider = providerOfHost(a);
  if (provider === undefined || provider !== providerOfHost(b)) return false;
  const key = tenantKey(provider, a);
  return key !== undefined && key === tenantKey(provider, b);
}

interface Server {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  /** The segments before the endpoint's own. */
  readonly path: readonly string[];
}

function serverOf(url: string): Server | undefined {
  const { host, path, scheme } = urlParts(url);
  const before = beforeEndpoint(path);
  if (host === '' || before === undefined) return undefined;
  return {
    scheme: scheme.toLowerCase(),
    host: host.toLowerCase(),
    port: /:(\d+)$/.exec(originOf(url))?.[1] ?? '',
    path: before,
  };
}

/** Words that name an endpoint or group endpoints, never a tenant when they end the path. */
const endpointWord =
  /^(?:auth|authorize|authorization|authorization\.oauth2|token|token\.oauth2|access_token|accesstoken|par|revoke|userinfo|logout|oauth2?|oidc|openid|openid-connect|protocol|connect|login|as|o2?|v?\d+(?:\.\d+)?)$/i;

/** The path's segments without the endpoint's own and without the container `oauth2`; undefined when it ends in no endpoint. */
function beforeEndpoint(path: string): readonly string[] | undefined {
  const segments = path.split('/').filter((segment) => segment !== '');
  let end = segments.length;
  while (end > 0 && endpointWord.test(segments[end - 1] ?? '') && !isNamed(segments, end - 1)) end -= 1;
  return end === segments.length ? undefined : segments.slice(0, end);
}

function siblingPaths(a: readonly string[], b: readonly string[]): SiblingTenants | undefined {
  const slot = differingSlot(a.filter(isNoContainer), b.filter(isNoContainer));
  if (slot === undefined) return undefined;
  const [one, other] = slot.differing;
  if (one === '' || other === '') {
    const longer = one === '' ? b : a;
    return isTenantName(longer, longer.indexOf(one === '' ? other : one)) ? slot : undefined;
  }
  if ([one, other].some((name) => anyTenant.has(name.toLowerCase()))) return undefined;
  // A directory's name and its GUID are one tenant as often as not.
  if (isGuid(one) !== isGuid(other)) return undefined;
  return isRole(one) && isRole(other) ? undefined : slot;
}

function isNoContainer(segment: string): boolean {
  return segment !== 'oauth2';
}

/** Aliases that stand for every tenant. */
const anyTenant = new Set(['common', 'organizations', 'consumers']);

/**
 * An inserted segment counts only where a tenant's name is known to stand; any other is part of the endpoint. Not so a
 * user flow of Azure AD B2C, which the other URL then has in its query.
 */
function isTenantName(segments: readonly string[], index: number): boolean {
  const name = segments[index] ?? '';
  return isGuid(name) || isNamed(segments, index);
}

function isNamed(segments: readonly string[], index: number): boolean {
  const before = segments[index - 1] ?? '';
  if (/^(?:realms|tenants?|t)$/.test(before)) return true;
  return (
    before === 'oauth2' &&
    !/^(?:v?\d+(?:\.\d+)?|[a-z_]*auth\w*|token|access_token|revoke|userinfo|logout|par)$/i.test(
      segments[index] ?? '',
    )
  );
}

function siblingHosts(a: string, b: string): SiblingTenants | undefined {
  const domain = registrableDomain(a);
  if (domain === undefined || domain !== registrableDomain(b)) return undefined;
  const slot = differingSlot(labelsBelow(a, domain), labelsBelow(b, domain));
  if (slot === undefined) return undefined;
  const names = slot.differing.filter((name) => name !== '');
  // An administrators' console is the same organisation: acme-admin.okta.com.
  if (new Set(names.map((name) => name.replace(/-admin$/, ''))).size < names.length) return undefined;
  return names.every(isRole) ? undefined : slot;
}

function labelsBelow(host: string, domain: string): readonly string[] {
  return host === domain ? [] : host.slice(0, -domain.length - 1).split('.');
}

/** What a host or a path segment is for, rather than whose it is; a shard's number does not matter. */
const role =
  /^(?:access|accounts?|api|app|auth|authn|authz|cloud|connect|developers?|federation|gateway|graph|iam|id|identity|idp|login|m|mtls|my|oauth2?|oidc|open|openapi|openid|passport|platform|portal|public|public-api|rest|secure|services?|sign-?in|sso|sts|token|users?|web|www|auth-fips|auth-mtls|api-m)\d*$/i;

function isRole(name: string): boolean {
  return role.test(name);
}

/** The one place in which two lists differ, by replacement or insertion. */
function differingSlot(a: readonly string[], b: readonly string[]): SiblingTenants | undefined {
  if (Math.abs(a.length - b.length) > 1) return undefined;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  const restOfA = a.slice(start);
  const restOfB = b.slice(start);
  if (restOfA.length === 0 && restOfB.length === 0) return undefined;
  const same = a.length === b.length;
  const tailOfA = same || a.length > b.length ? restOfA.slice(1) : restOfA;
  const tailOfB = same || b.length > a.length ? restOfB.slice(1) : restOfB;
  if (tailOfA.join('/') !== tailOfB.join('/')) return undefined;
  return {
    differing: [
      same || a.length > b.length ? (restOfA[0] ?? '') : '',
      same || b.length > a.length ? (restOfB[0] ?? '') : '',
    ],
  };
}
