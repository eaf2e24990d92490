import { originOf } from '../http/url.ts';
import type { AuthorizationRequest } from '../oauth/message.ts';
import { isEarlier, type Node } from './node.ts';

/** A user may take this long on the server's own pages, milliseconds. */
export const visit = 600_000;

const identity = ['client_id', 'redirect_uri', 'response_type', 'state', 'nonce', 'code_challenge'] as const;

/**
 * The request that this one repeats: login pages and reloads send the same parameters again. A constant `state` is
 * told from a repetition by the answer that stands between two logins.
 */
export function repetitionOf(
  node: Node,
  request: AuthorizationRequest,
  last: (passes: (candidate: Node) => boolean) => Node | undefined,
): Node | undefined {
  const found = last(
    (candidate) =>
      isEarlier(candidate, node) && (isRepeatedBy(candidate, request) || isAnswerTo(candidate, request)),
  );
  return found?.message.kind === 'authorization_request' && node.startedAt - found.startedAt < visit
    ? found
    : undefined;
}

function isRepeatedBy({ message }: Node, request: AuthorizationRequest): boolean {
  if (message.kind !== 'authorization_request' || message.exchange.frame !== request.exchange.frame)
    return false;
  if (request.carrier !== 'plain' || message.carrier !== 'plain')
    return (
      request.params.get('request_uri') === message.params.get('request_uri') &&
      request.params.get('request') === message.params.get('request')
    );
  return (
    identity.every((name) => request.params.get(name) === message.params.get(name)) &&
    (request.params.get('state') !== undefined || originOf(request.endpoint) === originOf(message.endpoint))
  );
}

function isAnswerTo({ message }: Node, request: AuthorizationRequest): boolean {
  return (
    message.kind === 'authorization_response' &&
    message.exchange.frame === request.exchange.frame &&
    message.params.get('state') === request.params.get('state')
  );
}
