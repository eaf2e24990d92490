import { urlParts } from '../http/url.ts';
import { registrableDomain } from './registrable-domain.ts';

/** Whether two URLs are of one owner: one host, the computer itself, or one registered domain; undefined for bare addresses. */
export function isOneOwner(one: string, other: string): boolean | undefined {
  const [a, b] = [urlParts(one).host.toLowerCase(), urlParts(other).host.toLowerCase()];
  if (a === b || (isLoopback(a) && isLoopback(b))) return true;
  const [owner, otherOwner] = [registrableDomain(a), registrableDomain(b)];
  if (owner === undefined || otherOwner === undefined) return undefined;
  return owner === otherOwner;
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(host);
}
