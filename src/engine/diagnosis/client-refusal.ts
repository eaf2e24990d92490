import { listsEndpoint } from '../providers/metadata-endpoints.ts';
import type { Evidence } from '../http/evidence.ts';
import type { CauseId } from '../oauth/causes.ts';
import type { Message, TokenRequest } from '../oauth/message.ts';
import type { Surroundings } from '../flow/surroundings.ts';
import type { Materials } from './materials.ts';

/** Where the client's credentials stand; the request itself when it has none. */
export function credentialsAt({
  authentication,
  exchange,
}: TokenRequest): readonly [Evidence, ...Evidence[]] {
  const [first = { exchange: exchange.id, part: 'request', name: '' }, ...rest] = authentication.at;
  return [first, ...rest];
}

/** The weight the server's words give to a cause; 0 when they do not point to it. */
export function saidOf(said: Materials['said'], cause: CauseId): number {
  return said.reduce((most, each) => (each.cause === cause ? Math.max(most, each.weight) : most), 0);
}

/** True when the server's words name another cause outright, so that this one is not to be guessed. */
export function saysOtherwise(said: Materials['said'], ...causes: readonly CauseId[]): boolean {
  return said.some(({ cause, weight }) => weight >= 0.85 && !causes.includes(cause));
}

/** Whether both messages went to one server: listed in one document, else by provider, host and tenant. */
export function isSameServer(one: Message, other: Message, { metadataAt, authority }: Surroundings): boolean {
  const [here, there] = [one.exchange.url, other.exchange.url];
  const metadata = metadataAt(here) ?? metadataAt(there);
  if (metadata !== undefined)
    return listsEndpoint(metadata.document, here) && listsEndpoint(metadata.document, there);
  const [a, b] = [authority(one.endpoint), authority(other.endpoint)];
  if (a.tenant !== b.tenant || a.provider !== b.provider) return false;
  return a.host === b.host || (a.provider !== 'generic' && a.tenant !== undefined);
}

/** True when the server that refuses the client let the same client in at its front door, so that it knows it. */
export function isKnownClient(call: TokenRequest, materials: Materials): boolean {
  const { authorizationRequest, authorizationResponse, surroundings } = materials;
  if (authorizationRequest === undefined || authorizationResponse?.params.get('code') === undefined)
    return false;
  return (
    authorizationRequest.params.get('client_id') === call.authentication.clientId &&
    isSameServer(authorizationRequest, call, surroundings)
  );
}

/** True for a method that sends the secret itself. */
export function sendsSecret({ authentication }: TokenRequest): boolean {
  return authentication.methods.some(
    (method) => method === 'client_secret_basic' || method === 'client_secret_post',
  );
}

/** The last request that authenticated this client here and was answered with tokens. */
export function lastSuccess(call: TokenRequest, surroundings: Surroundings): TokenRequest | undefined {
  return surroundings.callBefore(call, ({ answer }) => answer === 'success')?.request;
}
