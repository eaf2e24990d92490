import type { Flow } from '../flow/flow.ts';
import { isJsonObject, listOf, numberMember, stringMember } from '../http/json.ts';
import type { Authority } from '../providers/authority.ts';
import { secretIn } from './client-registration.ts';

/** What a client used when it last succeeded at a server. It holds no secret and nothing of a person. */
export interface LastSuccess {
  readonly clientId: string;
  /** Host of the server, as in `Authority.host`. */
  readonly authority: string;
  readonly grantType: string;
  readonly redirectUri: string | undefined;
  /** Named as in RFC 7591 `token_endpoint_auth_method`; undefined when the token request was not seen. */
  readonly method: string | undefined;
  readonly scope: string | undefined;
  /** Unix milliseconds. */
  readonly at: number;
}

/** At most so many are remembered; the oldest go first. */
const most = 200;

/** What of a flow that succeeded may be remembered; undefined when a value looks like a secret. */
export function successOf(
  flow: Flow,
  clientId: string | undefined,
  { host }: Authority,
): LastSuccess | undefined {
  if (clientId === undefined || flow.kind === 'logout' || flow.kind === 'unknown') return undefined;
  const calls = [...flow.redemptions, ...flow.grants, ...flow.refreshes];
  const call = calls.findLast(({ answer }) => answer === 'success');
  const request = flow.authorizationRequest;
  const success: LastSuccess = {
    clientId,
    authority: host,
    grantType: call?.grantType ?? flow.kind,
    redirectUri: request?.params.get('redirect_uri') ?? call?.params.get('redirect_uri'),
    method: call === undefined ? undefined : (call.authentication.methods[0] ?? 'none'),
    scope: request?.params.get('scope') ?? call?.params.get('scope'),
    at: (call?.exchange ?? flow.root.message.exchange).startedAt,
  };
  return isClean(success) ? success : undefined;
}

/** Reads what was stored; what has another shape or looks like a secret is left out. */
export function readSuccesses(stored: unknown): readonly LastSuccess[] {
  return listOf(stored).flatMap((each) => {
    if (!isJsonObject(each)) return [];
    const clientId = stringMember(each, 'clientId');
    const authority = stringMember(each, 'authority');
    const grantType = stringMember(each, 'grantType');
    const at = numberMember(each, 'at');
    if (clientId === undefined || authority === undefined || grantType === undefined || at === undefined)
      return [];
    const success: LastSuccess = {
      ...{ clientId, authority, grantType, at },
      redirectUri: stringMember(each, 'redirectUri'),
      method: stringMember(each, 'method'),
      scope: stringMember(each, 'scope'),
    };
    return isClean(success) ? [success] : [];
  });
}

/** Takes a success in the place of the earlier one of the same client, server and grant. */
export function withSuccess(all: readonly LastSuccess[], success: LastSuccess): readonly LastSuccess[] {
  const earlier = all.find((each) => isOfOne(each, success));
  if (earlier !== undefined && earlier.at >= success.at) return all;
  return [...all.filter((each) => each !== earlier), success].slice(-most);
}

/** The last success of this client here, before a time. */
export function successBefore(
  all: readonly LastSuccess[],
  wanted: Pick<LastSuccess, 'authority' | 'grantType' | 'at'> & { readonly clientId: string | undefined },
): LastSuccess | undefined {
  return all.find((each) => isOfOne(each, wanted) && each.at < wanted.at);
}

function isOfOne(
  one: LastSuccess,
  other: Pick<LastSuccess, 'authority' | 'grantType'> & { readonly clientId: string | undefined },
): boolean {
  return (
    one.clientId === other.clientId && one.authority === other.authority && one.grantType === other.grantType
  );
}

/** Only words of the protocol, addresses and ids may be remembered. */
function isClean({ clientId, authority, grantType, redirectUri, method, scope }: LastSuccess): boolean {
  const registered = {
    clientId,
    authority,
    redirectUris: redirectUri === undefined ? undefined : [redirectUri],
    method,
    grantTypes: [grantType],
    tenant: undefined,
  };
  return (
    secretIn(registered) === undefined &&
    /^[^\s‹]{1,200}$/.test(clientId) &&
    /^[\w.:[\]-]{1,255}$/.test(authority) &&
    (scope === undefined || /^[\w.:/,+*-]{1,120}(?: [\w.:/,+*-]{1,120}){0,60}$/.test(scope))
  );
}
