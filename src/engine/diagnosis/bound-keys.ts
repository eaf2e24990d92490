// Binding to a DPoP key: RFC 9449 §5 (tokens), §6.1 (cnf), §10 (dpop_jkt), §10.1 (pushed requests).
import type { Flow } from '../flow/flow.ts';
import type { Evidence } from '../http/evidence.ts';
import { stringMember } from '../http/json.ts';
import { proofKeyOf } from '../oauth/dpop-proof.ts';
import { boundKey } from '../oauth/jwk-thumbprint.ts';
import { decodeJwt } from '../oauth/jwt.ts';
import type { ResourceCall, TokenRequest, Userinfo } from '../oauth/message.ts';
import { isHidden } from '../oauth/placeholder.ts';

/** A request that must prove the key to which something is bound. */
export interface BoundKey {
  readonly message: TokenRequest | Userinfo | ResourceCall;
  readonly what: 'code' | 'refresh token' | 'access token';
  readonly thumbprint: string;
  /** Where the key was named or first proven. */
  readonly by: Evidence;
}

/** Every use of a bound code or token in a flow, in order of time within each kind. */
export function boundKeysOf(flow: Flow): readonly BoundKey[] {
  return [...boundCodes(flow), ...boundRefreshTokens(flow), ...boundAccessTokens(flow)];
}

function boundCodes({ authorizationRequest, pushed, redemptions }: Flow): readonly BoundKey[] {
  const named = authorizationRequest?.params.find('dpop_jkt') ?? pushed?.params.find('dpop_jkt');
  const key = pushed?.requestUri === undefined ? undefined : proofKeyOf(pushed.exchange);
  const bound =
    named !== undefined && !isHidden(named.value)
      ? { thumbprint: named.value, by: named.at }
      : pushed !== undefined && key !== undefined
        ? { thumbprint: key, by: proofAt(pushed.exchange.id) }
        : undefined;
  return bound === undefined
    ? []
    : redemptions.map((message) => ({ ...bound, message, what: 'code' as const }));
}

/** Refresh tokens of public clients only: others are bound to the client's own authentication (RFC 9449 §5). */
function boundRefreshTokens({ grants, redemptions, refreshes }: Flow): readonly BoundKey[] {
  const issuers = [...grants, ...redemptions, ...refreshes];
  return refreshes
    .filter(({ authentication: { methods } }) => methods.length === 0)
    .flatMap((message) => {
      const token = message.params.get('refresh_token');
      const issue = issuers.find(({ tokens }) => token !== undefined && tokens?.refreshToken === token);
      const thumbprint = issue === undefined ? undefined : proofKeyOf(issue.exchange);
      return issue === undefined || thumbprint === undefined
        ? []
        : [{ message, what: 'refresh token', thumbprint, by: proofAt(issue.exchange.id) } as const];
    });
}

/** By the token's own `cnf`, else by the proof with which it was fetched. */
function boundAccessTokens({ messages, grants, redemptions, refreshes }: Flow): readonly BoundKey[] {
  const issuers = [...grants, ...redemptions, ...refreshes];
  return messages
    .filter((message) => message.kind === 'userinfo' || message.kind === 'resource_call')
    .flatMap((message) => {
      const issue = issuers.find(
        ({ tokens }) => tokens?.accessToken !== undefined && tokens.accessToken === message.accessToken,
      );
      const isBound = stringMember(issue?.tokens?.body, 'token_type')?.toLowerCase() === 'dpop';
      if (issue === undefined || !isBound) return [];
      const own = boundKey(decodeJwt(message.accessToken ?? '')?.claims);
      const thumbprint =
        own?.method === 'jkt' && !isHidden(own.thumbprint) ? own.thumbprint : proofKeyOf(issue.exchange);
      return thumbprint === undefined
        ? []
        : [{ message, what: 'access token', thumbprint, by: proofAt(issue.exchange.id) } as const];
    });
}

function proofAt(exchange: string): Evidence {
  return { exchange, part: 'request_header', name: 'dpop' };
}
