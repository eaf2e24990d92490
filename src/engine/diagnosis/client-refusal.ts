import { listsEndpoint } from '../providers/metadata-endpoints.ts';
import type { Evidence } from '../http/evidence.ts';
import { stringMember } from '../http/json.ts';
import type { CauseId } from '../oauth/causes.ts';
import type { Message, TokenRequest } from '../oauth/message.ts';
import type { Surroundings } from '../flow/surroundings.ts';
import type { ClientCall } from './client-call.ts';
import type { Materials } from './materials.ts';

/** Where the client's credentials stand; the request itself when it has none. */
export function credentialsAt({
  authentication,
  exchange,
}: Pick<ClientCall, 'authentication' | 'exchange'>): readonly [Evidence, ...Evidence[]] {
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

type Sent = Pick<Message, 'exchange' | 'endpoint'>;

/** Whether both messages went to one server: listed in one document, else by provider, host and tenant. */
export function isSameServer(one: Sent, other: Sent, { metadataAt, authority }: Surroundings): boolean {
  const [here, there] = [one.exchange.url, other.exchange.url];
  const metadata = metadataAt(here) ?? metadataAt(there);
  if (metadata !== undefined)
    return listsEndpoint(metadata.document, here) && listsEndpoint(metadata.document, there);
  const [a, b] = [authority(one.endpoint), authority(other.endpoint)];
  if (a.tenant !== b.tenant || a.provider !== b.provider) return false;
  return a.host === b.host || (a.provider !== 'generic' && a.tenant !== undefined);
}

/** True when the server that refuses the client let the same client in at its front door, so that it knows it. */
export function isKnownClient(call: ClientCall, materials: Materials): boolean {
  const { authorizationRequest, authorizationResponse, surroundings } = materials;
  if (authorizationRequest === undefined || authorizationResponse?.params.get('code') === undefined)
    return false;
  return (
    authorizationRequest.params.get('client_id') === call.authentication.clientId &&
    isSameServer(authorizationRequest, call, surroundings)
  );
}

/** True for a method that sends the secret itself. */
export function sendsSecret({ authentication }: ClientCall): boolean {
  return authentication.methods.some(
    (method) => method === 'client_secret_basic' || method === 'client_secret_post',
  );
}

/** The last token request that authenticated this client at this server and was answered with tokens. */
export function lastSuccess(call: ClientCall, surroundings: Surroundings): TokenRequest | undefined {
  const { kind, exchange } = call;
  const endpoint =
    kind === 'token_request'
      ? call.endpoint
      : stringMember(surroundings.metadataAt(exchange.url)?.document, 'token_endpoint');
  if (endpoint === undefined) return undefined;
  return surroundings.callBefore({ ...call, endpoint }, ({ answer }) => answer === 'success')?.request;
}
