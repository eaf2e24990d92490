// JWT assertions of clients and, as grants, of users: RFC 7521 §4.2, RFC 7523 §3, OpenID Connect Core §9.
import { numberMember, stringMember, type JsonObject } from '../http/json.ts';
import { decodeJwt, isEncryptedJwt } from './jwt.ts';
import { parsePlaceholder } from './placeholder.ts';

/** What an assertion is compared with. */
export interface AssertionContext {
  readonly type: string | undefined;
  readonly clientId: string | undefined;
  /** Every name of the server that aud may have. */
  readonly audiences: readonly string[];
  /** When the server read it, Unix seconds. */
  readonly now: number;
}

/** The only type that RFC 7523 §2.2 defines for a JWT. */
const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** Clocks may differ by this much, seconds. */
const tolerance = 60;

/** The first thing wrong with an assertion, in words that follow "The client assertion"; undefined when nothing is. */
export function assertionDefect(assertion: string, context: AssertionContext): string | undefined {
  // No JWT (RFC 7522 §2.2).
  if (context.type?.endsWith(':saml2-bearer') === true) return undefined;
  if (context.type !== jwtBearer) return 'is not announced by the right client_assertion_type';
  const hidden = parsePlaceholder(assertion);
  if (hidden?.note === 'no jwt') return 'is not a JWT';
  if (hidden !== undefined || isEncryptedJwt(assertion)) return undefined;
  const jwt = decodeJwt(assertion);
  if (jwt === undefined) return 'is not a JWT';
  const { header, claims } = jwt;
  if (header['alg'] === 'none') return 'is not signed';
  const [issuer, subject] = [stringMember(claims, 'iss'), stringMember(claims, 'sub')];
  if (issuer === undefined || subject === undefined) return 'lacks iss or sub';
  // Placeholders stand for values that redaction took, and prove nothing here.
  if (issuer !== subject) return 'has an iss that is not its sub';
  if (context.clientId !== undefined && subject !== context.clientId) return 'is for another client_id';
  return claimsDefect(claims, context);
}

/** The first thing wrong with the aud and the times of any assertion (RFC 7523 §3), in words that follow its name. */
export function claimsDefect(
  claims: JsonObject,
  context: Pick<AssertionContext, 'audiences' | 'now'>,
): string | undefined {
  return audienceDefect(claims['aud'], context) ?? timeDefect(claims, context);
}

function audienceDefect(
  aud: unknown,
  { audiences }: Pick<AssertionContext, 'audiences'>,
): string | undefined {
  const named = (Array.isArray(aud) ? aud : [aud]).filter((each) => typeof each === 'string');
  if (named.length === 0) return 'has no aud';
  const known = audiences.map(withoutSlash);
  return known.length === 0 || named.some((each) => known.includes(withoutSlash(each)))
    ? undefined
    : 'has an aud that is neither the issuer nor the token endpoint';
}

function timeDefect(claims: JsonObject, { now }: Pick<AssertionContext, 'now'>): string | undefined {
  const expires = numberMember(claims, 'exp');
  if (expires === undefined) return 'has no exp';
  if (expires < now - tolerance) return 'had expired';
  if (expires > now + 3600 + tolerance) return 'lives for more than an hour';
  const starts = Math.max(numberMember(claims, 'nbf') ?? 0, numberMember(claims, 'iat') ?? 0);
  return starts > now + tolerance ? 'is of the future: the client’s clock is ahead' : undefined;
}

/** Servers differ in whether the issuer ends with a slash, and those that mind say so themselves. */
function withoutSlash(url: string): string {
  return url.replace(/\/$/, '');
}
