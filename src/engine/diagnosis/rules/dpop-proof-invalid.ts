import type { Exchange } from '../../http/exchange.ts';
import { headerValue, headerValues } from '../../http/headers.ts';
import { isJsonObject, stringMember } from '../../http/json.ts';
import { originOf, urlParts, withoutQuery } from '../../http/url.ts';
import { decodeJwt } from '../../oauth/jwt.ts';
import { isHidden } from '../../oauth/placeholder.ts';
import { s256 } from '../../oauth/pkce.ts';
import { rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';
import { wordsProof } from '../trees/hints.ts';

export const dpopProofInvalid = defineRule({
  id: 'dpop-proof-invalid',
  title: 'The server refuses the DPoP proof',
  severity: 'error',
  why: 'A proof is made for one request: its method, its URL, its token and a key in its header.',
  fix: 'Make a fresh proof for every request, with its exact method and URL, the hash of the access token and the current nonce.',
  sources: [rfc(9449, '4.2'), rfc(9449, '4.3')],
  needs: ['failure', 'flow'],
  check({ failure, flow }) {
    const { message, error } = failure;
    if (error?.code !== 'invalid_dpop_proof') return notApplicable;
    const { exchange } = message;
    const evidence = [{ exchange: exchange.id, part: 'request_header', name: 'dpop' }, error.at] as const;
    const earlier = flow.messages
      .map((each) => each.exchange)
      .filter(({ id, startedAt }) => id !== exchange.id && startedAt <= exchange.startedAt);
    const token = 'accessToken' in message ? message.accessToken : undefined;
    const fault = exchange.known.requestHeaders ? faultOf(exchange, token, earlier) : undefined;
    return fail(evidence, {
      suspicion: {
        cause: 'dpop_invalid',
        weight: 0.97,
        evidence,
        proof: wordsProof(failure),
        ...(fault === undefined ? {} : { sentence: `The DPoP proof does not fit the request: ${fault}.` }),
      },
    });
  },
});

/** The first fault that the proof shows; signatures are not checked here. */
function faultOf(
  exchange: Exchange,
  accessToken: string | undefined,
  earlier: readonly Exchange[],
): string | undefined {
  const proofs = headerValues(exchange.requestHeaders, 'dpop');
  const [proof] = proofs;
  if (proof === undefined) return 'there is none';
  if (proofs.length > 1) return 'there is more than one';
  const jwt = decodeJwt(proof);
  if (jwt === undefined) return isHidden(proof) ? undefined : 'it is no signed JWT';
  const { header, claims } = jwt;
  if (header['typ'] !== 'dpop+jwt') return 'its typ is not dpop+jwt';
  if (/^(?:none|HS\d+)$/.test(stringMember(header, 'alg') ?? 'none'))
    return 'it is not signed with a private key';
  const key = header['jwk'];
  if (!isJsonObject(key)) return 'its header has no jwk';
  if ('d' in key) return 'its header reveals the private key';
  if (claims['htm'] !== exchange.method) return 'its htm is another method';
  const target = stringMember(claims, 'htu') ?? '';
  if (!isSameTarget(target, exchange.url)) return 'its htu is another URL';
  const jti = stringMember(claims, 'jti');
  if (jti === undefined) return 'it has no jti';
  if (earlier.some((other) => jtiOf(other) === jti)) return 'its jti was used before';
  const hash = stringMember(claims, 'ath');
  if (accessToken === undefined || isHidden(accessToken) || (hash !== undefined && isHidden(hash)))
    return undefined;
  return hash === s256(accessToken) ? undefined : 'its ath is not the hash of the access token';
}

function jtiOf({ requestHeaders }: Exchange): string | undefined {
  return stringMember(decodeJwt(headerValue(requestHeaders, 'dpop') ?? '')?.claims, 'jti');
}

/** Without query and fragment, host in any case, default port left out (RFC 9449 §4.3). */
function isSameTarget(htu: string, url: string): boolean {
  const path = (text: string): string => urlParts(withoutQuery(text)).path || '/';
  return originOf(htu) === originOf(url) && path(htu) === path(url);
}
