// Request objects: RFC 9101 §6.3, OpenID Connect Core §6.1, CIBA Core §7.1.1.
import { decodeJwt } from './jwt.ts';
import { messageParameters, placedMembers, type MessageParameters } from './message-parameters.ts';

/** The claims of a readable request object stand before the parameters that were sent beside it. */
export function withRequestObject(exchange: string, open: MessageParameters): MessageParameters {
  const object = open.find('request');
  const claims = object === undefined ? undefined : decodeJwt(object.value)?.claims;
  if (object === undefined || claims === undefined) return open;
  const members = placedMembers(exchange, object.at.part, claims);
  return messageParameters(
    members.map((claim) => ({ ...claim, at: object.at })),
    open.list,
  );
}
