// Demonstrating Proof of Possession: RFC 9449 §4.2, §4.3.
import type { Exchange } from '../http/exchange.ts';
import { headerValue, headerValues } from '../http/headers.ts';
import { isJsonObject, numberMember, stringMember } from '../http/json.ts';
import { originOf, urlParts, withoutQuery } from '../http/url.ts';
import { boundKey, jwkThumbprint } from './jwk-thumbprint.ts';
import { decodeJwt, type DecodedJwt } from './jwt.ts';
import { isHidden, sameValue } from './placeholder.ts';
import { s256 } from './pkce.ts';

/** What a proof is held against; what is undefined was not seen. */
export interface ProofContext {
  readonly accessToken: string | undefined;
  /** The server's clock when it answered, Unix milliseconds. */
  readonly serverTime: number | undefined;
  /** Exchanges before this one. */
  readonly earlier: readonly Exchange[];
}

/** Servers accept proofs for seconds up to a few minutes (RFC 9449 §11.1). */
const acceptedAge = 300_000;

/** The first fault that a proof shows, as a clause for people; undefined for none. Its signature is not checked. */
export function dpopFault(exchange: Exchange, context: ProofContext): string | undefined {
  const proofs = headerValues(exchange.requestHeaders, 'dpop');
  const [proof] = proofs;
  if (proof === undefined) return 'there is none';
  if (proofs.length > 1) return 'there is more than one';
  const jwt = decodeJwt(proof);
  if (jwt === undefined) return isHidden(proof) ? undefined : 'it is no signed JWT';
  return headerFault(jwt) ?? requestFault(jwt, exchange, context) ?? bindingFault(jwt, context);
}

/** The thumbprint of the key in a request's proof; undefined when there is no readable one. */
export function proofKeyOf({ requestHeaders }: Exchange): string | undefined {
  const proof = headerValue(requestHeaders, 'dpop');
  return proof === undefined ? undefined : jwkThumbprint(decodeJwt(proof)?.header['jwk']);
}

function headerFault({ header }: DecodedJwt): string | undefined {
  if (header['typ'] !== 'dpop+jwt') return 'its typ is not dpop+jwt';
  if (/^(?:none|HS\d+)$/.test(stringMember(header, 'alg') ?? 'none'))
    return 'it is not signed with a private key';
  const key = header['jwk'];
  if (!isJsonObject(key)) return 'its header has no jwk';
  return 'd' in key ? 'its header reveals the private key' : undefined;
}

function requestFault(
  { claims }: DecodedJwt,
  exchange: Exchange,
  { accessToken, earlier }: ProofContext,
): string | undefined {
  if (claims['htm'] !== exchange.method) return 'its htm is another method';
  if (!isSameTarget(stringMember(claims, 'htu') ?? '', exchange.url)) return 'its htu is another URL';
  const jti = stringMember(claims, 'jti');
  if (jti === undefined) return 'it has no jti';
  if (earlier.some((other) => jtiOf(other) === jti)) return 'its jti was used before';
  const nonce = stringMember(claims, 'nonce');
  const asked = lastNonce(exchange, earlier);
  if (asked === undefined) return undefined;
  if (nonce === undefined) return 'it has no nonce, and the server has given one';
  // A call with a token may have its nonce from one that worked, which is no message of a login.
  return accessToken === undefined && sameValue(nonce, asked) === false
    ? 'its nonce is not the last that the server gave'
    : undefined;
}

function bindingFault({ header, claims }: DecodedJwt, context: ProofContext): string | undefined {
  const { accessToken, serverTime } = context;
  const iat = numberMember(claims, 'iat');
  if (iat === undefined) return 'it has no iat';
  const age = serverTime === undefined ? 0 : serverTime - iat * 1000;
  if (Math.abs(age) > acceptedAge)
    return `its iat is ${Math.round(Math.abs(age) / 1000)} seconds ${age > 0 ? 'before' : 'after'} the server's clock`;
  const hash = stringMember(claims, 'ath');
  if (accessToken === undefined || isHidden(accessToken) || (hash !== undefined && isHidden(hash)))
    return undefined;
  if (hash !== s256(accessToken)) return 'its ath is not the hash of the access token';
  const bound = boundKey(decodeJwt(accessToken)?.claims);
  const own = jwkThumbprint(header['jwk']);
  if (bound?.method !== 'jkt' || own === undefined || isHidden(bound.thumbprint)) return undefined;
  return bound.thumbprint === own ? undefined : 'its key is not the one that the access token is bound to';
}

/** Nonces are each server's own; the newest counts, whatever the status of the answer (RFC 9449 §8.2). */
function lastNonce({ url }: Exchange, earlier: readonly Exchange[]): string | undefined {
  const given = earlier
    .filter((other) => originOf(other.url) === originOf(url))
    .toSorted((one, other) => one.startedAt - other.startedAt)
    .findLast(({ responseHeaders }) => headerValue(responseHeaders, 'dpop-nonce') !== undefined);
  return given === undefined ? undefined : headerValue(given.responseHeaders, 'dpop-nonce');
}

function jtiOf({ requestHeaders }: Exchange): string | undefined {
  return stringMember(decodeJwt(headerValue(requestHeaders, 'dpop') ?? '')?.claims, 'jti');
}

/** Without query and fragment, host in any case, default port left out (RFC 9449 §4.3). */
function isSameTarget(htu: string, url: string): boolean {
  const path = (text: string): string => urlParts(withoutQuery(text)).path || '/';
  return originOf(htu) === originOf(url) && path(htu) === path(url);
}
