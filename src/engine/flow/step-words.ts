import { isBroken } from '../http/exchange.ts';
import { asksWallet } from '../oauth/authorization-request.ts';
import { isExpectedAnswer } from '../oauth/expected-answers.ts';
import { tellsApp } from '../oauth/logout.ts';
import type { Message, MessageKind, TokenRequest } from '../oauth/message.ts';
import { callbackFailure } from './callback-answer.ts';
import type { Flow } from './flow.ts';
import { refreshLabel } from './refresh-label.ts';
import type { Actor } from './vocabulary.ts';

const labels: Readonly<Record<MessageKind, string>> = {
  authorization_request: 'Authorization request',
  authorization_response: 'Authorization response',
  token_request: 'Token request',
  unread_token_call: 'Token request, not recorded',
  pushed_authorization_request: 'Pushed authorization request',
  device_authorization: 'Device authorization',
  backchannel_authentication: 'Backchannel authentication',
  code_relay: 'Code handed to the app’s server',
  registration: 'Client registration',
  resource_metadata: 'API metadata',
  front_channel_logout: 'Front-channel logout',
  initiated_login: 'Login started by another site',
  session_iframe: 'Session check frame',
  fedcm: 'FedCM request of the browser',
  foreign_login: 'Login by another protocol',
  discovery: 'Discovery document',
  keys: 'Key set',
  userinfo: 'UserInfo request',
  resource_call: 'Refused API call',
  revocation: 'Token revocation',
  introspection: 'Token introspection',
  logout: 'Logout request',
  preflight: 'CORS preflight',
};

/** A step's name for people. */
export function labelOf(flow: Flow, message: Message): string {
  if (message.kind === 'token_request') return tokenLabel(message);
  if (message.kind === 'authorization_request' && asksWallet(message)) return 'Request to a wallet';
  if (tellsApp(message)) return 'Back-channel logout';
  if (message.kind === 'foreign_login') return `${message.protocol} login`;
  if (message.kind === 'authorization_response' && flow.landings.includes(message)) {
    if (callbackFailure(message, flow) !== undefined) return 'Callback of the app';
    if (flow.landings.indexOf(message) > 0) return 'Callback loaded again';
  }
  return labels[message.kind];
}

function tokenLabel(message: TokenRequest): string {
  return message.grantType === 'refresh_token' ? refreshLabel : labels.token_request;
}

/** Who sends a message to whom. */
export function actors(message: Message): { readonly from: Actor; readonly to: Actor } {
  if (tellsApp(message)) return { from: 'authorization_server', to: 'server_of_app' };
  const caller: Actor = message.exchange.tab === undefined ? 'server_of_app' : 'app';
  switch (message.kind) {
    case 'authorization_request':
    case 'logout':
    case 'foreign_login':
    case 'session_iframe':
    case 'fedcm':
      return { from: 'browser', to: 'authorization_server' };
    case 'initiated_login':
    case 'front_channel_logout':
      return { from: 'browser', to: 'app' };
    case 'code_relay':
      return { from: 'app', to: 'server_of_app' };
    case 'resource_metadata':
    case 'authorization_response':
      return { from: 'authorization_server', to: 'app' };
    case 'resource_call':
      return { from: caller, to: 'resource_server' };
    case 'token_request':
    case 'unread_token_call':
    case 'pushed_authorization_request':
    case 'device_authorization':
    case 'backchannel_authentication':
    case 'registration':
    case 'discovery':
    case 'keys':
    case 'userinfo':
    case 'revocation':
    case 'introspection':
    case 'preflight':
      return { from: caller, to: 'authorization_server' };
  }
}

/** Whether the answer of a step is a failure, not merely an error code that is expected there. */
export function hasFailed(flow: Flow, message: Message): boolean {
  switch (message.kind) {
    case 'token_request':
    case 'unread_token_call':
      return (
        (message.answer === 'error' || message.answer === 'no_answer') &&
        !isExpectedAnswer(message.error, undefined)
      );
    case 'authorization_response':
      if (message.phase === 'landing' && callbackFailure(message, flow) !== undefined) return true;
      return (
        message.error !== undefined &&
        !isExpectedAnswer(message.error, flow.authorizationRequest?.params.get('prompt'))
      );
    case 'authorization_request':
      return message.error !== undefined || isBroken(message.exchange);
    case 'pushed_authorization_request':
    case 'device_authorization':
    case 'backchannel_authentication':
    case 'registration':
    case 'userinfo':
    case 'resource_call':
    case 'revocation':
    case 'introspection':
    case 'fedcm':
    case 'logout':
      return message.error !== undefined && !isExpectedAnswer(message.error, undefined);
    case 'code_relay':
      return message.answer === 'error' || message.answer === 'no_answer';
    case 'discovery':
      return message.found === undefined;
    case 'resource_metadata':
    case 'front_channel_logout':
    case 'session_iframe':
    case 'initiated_login':
    case 'foreign_login':
    case 'keys':
    case 'preflight':
      return false;
  }
}
