import { isExpectedAnswer } from '../oauth/expected-answers.ts';
import { isCallback } from './is-callback.ts';
import type { Node } from './node.ts';

/** A lone fragment of a login is no flow: what has no request must at least tell what it is. */
export function isVisible(root: Node, tree: (root: Node) => readonly Node[]): boolean {
  const { message } = root;
  switch (message.kind) {
    case 'authorization_request':
    case 'pushed_authorization_request':
    case 'token_request':
    case 'device_authorization':
    case 'backchannel_authentication':
    case 'logout':
      return true;
    case 'authorization_response':
      // A login that was refreshed all day has a long tree.
      return tells(root) || tree(root).some(tells);
    case 'registration':
    case 'revocation':
    case 'introspection':
      return message.error !== undefined && !isExpectedAnswer(message.error, undefined);
    case 'fedcm':
      return tree(root).some((node) => node.message.kind === 'fedcm' && node.message.step === 'id_assertion');
    case 'initiated_login':
      return tree(root).some((node) => node.message.kind === 'authorization_request');
    case 'code_relay':
    case 'resource_metadata':
    case 'front_channel_logout':
    case 'session_iframe':
    case 'foreign_login':
    case 'userinfo':
    case 'resource_call':
    case 'discovery':
    case 'keys':
    case 'preflight':
    case 'unread_token_call':
      return false;
  }
}

/** What shows that an answer without its request belongs to a login. */
function tells({ message }: Node): boolean {
  return (
    message.kind === 'token_request' ||
    (message.kind === 'authorization_response' &&
      (message.exchange.kind !== 'other' || message.phase === 'redirect') &&
      isCallback(message))
  );
}
