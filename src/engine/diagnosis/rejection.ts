import type { Flow } from '../flow/flow.ts';
import { headerValue } from '../http/headers.ts';
import { isJsonObject, numberMember, stringMember, stringsMember } from '../http/json.ts';
import { hostOf, originOf } from '../http/url.ts';
import { asksForValue } from '../oauth/expected-answers.ts';
import { decodeJwt } from '../oauth/jwt.ts';
import type { ResourceCall, TokenRequest, Userinfo } from '../oauth/message.ts';
import { serverTime } from './server-clock.ts';

/**
 * Why a resource may have refused an access token: it is an ID token; it is bound to a key and sent as Bearer (or the
 * other way round); it had expired; it is for another API; or nothing that can be seen.
 */
export type Rejection = 'id_token' | 'scheme' | 'expired' | 'audience' | 'unknown';

/** Answers that ask for something else than another token. */
const others = new Set([
  'insufficient_scope',
  'insufficient_user_authentication',
  'insufficient_claims',
  'invalid_dpop_proof',
]);

/** The refused calls of a flow, each with the first reason that applies. */
export function rejectionsOf(
  flow: Flow,
): readonly { readonly call: ResourceCall | Userinfo; readonly why: Rejection }[] {
  return flow.messages.flatMap((call) => {
    if (call.kind !== 'resource_call' && call.kind !== 'userinfo') return [];
    const { status, responseHeaders } = call.exchange;
    if (status === undefined || status < 400 || status >= 500) return [];
    if (asksForValue(call.error) || others.has(call.error?.code ?? '')) return [];
    // A bare 403 is the API's own decision about the user.
    const challenged = headerValue(responseHeaders, 'www-authenticate') !== undefined;
    if (status !== 401 && !challenged) return [];
    // RFC 6750 §3.1: this status is for the request, whatever the token is worth.
    if (status === 400 && call.error?.code !== 'invalid_token') return [];
    return [{ call, why: reasonOf(call, flow) }];
  });
}

function reasonOf(call: ResourceCall | Userinfo, flow: Flow): Rejection {
  const { accessToken, exchange } = call;
  if (accessToken === undefined) return 'unknown';
  const requests = issuesOf(flow);
  const claims = decodeJwt(accessToken)?.claims;
  const marks = ['nonce', 'at_hash', 'c_hash'].some((name) => claims?.[name] !== undefined);
  const isIdToken =
    requests.some(({ tokens }) => tokens?.idToken === accessToken) ||
    flow.authorizationResponse?.params.get('id_token') === accessToken ||
    (marks && claims?.['scope'] === undefined && claims?.['scp'] === undefined);
  if (isIdToken) return 'id_token';
  const issue = requests.find(({ tokens }) => tokens?.accessToken === accessToken);
  const type = stringMember(issue?.tokens?.body, 'token_type')?.toLowerCase();
  const confirmation = claims?.['cnf'];
  const isBound = type === 'dpop' || (isJsonObject(confirmation) && confirmation['jkt'] !== undefined);
  const asBearer = /^bearer /i.test(headerValue(exchange.requestHeaders, 'authorization') ?? '');
  if (isBound ? asBearer : !asBearer && type === 'bearer') return 'scheme';
  if (expiredFor(call, flow) >= 0) return 'expired';
  const single = stringMember(claims, 'aud');
  const audience = single === undefined ? (stringsMember(claims, 'aud') ?? []) : [single];
  return audience.length > 0 && audience.every((name) => isElsewhere(name, exchange.url))
    ? 'audience'
    : 'unknown';
}

/**
 * How long ago the token of a call had expired when it was sent, milliseconds; NaN when its life is not known. `exp` is
 * the servers' time, and the client's clock may be off.
 */
export function expiredFor({ accessToken, exchange }: ResourceCall | Userinfo, flow: Flow): number {
  const end = numberMember(decodeJwt(accessToken ?? '')?.claims, 'exp');
  if (end !== undefined) return (serverTime(exchange) ?? exchange.startedAt) - end * 1000;
  const issue = issuesOf(flow).find(({ tokens }) => tokens?.accessToken === accessToken);
  const life = numberMember(issue?.tokens?.body, 'expires_in') ?? NaN;
  return exchange.startedAt - (issue?.exchange.respondedAt ?? issue?.exchange.startedAt ?? NaN) - life * 1000;
}

/** The token requests of a flow, of whatever grant. */
export function issuesOf({ redemptions, grants, refreshes }: Flow): readonly TokenRequest[] {
  return [...redemptions, ...grants, ...refreshes];
}

/** A name or an id may stand for this very API; only the URL of another host says that it does not. */
function isElsewhere(audience: string, url: string): boolean {
  return originOf(audience) !== '' && hostOf(audience) !== hostOf(url);
}
