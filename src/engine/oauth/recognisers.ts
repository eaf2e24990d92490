import { authorizationRequest } from './authorization-request.ts';
import { authorizationResponse } from './authorization-response.ts';
import { backchannelAuthentication } from './backchannel-authentication.ts';
import { codeRelay } from './code-relay.ts';
import { deviceAuthorization } from './device-authorization.ts';
import { discovery } from './discovery.ts';
import { fedCm } from './fedcm.ts';
import { foreignLogin } from './foreign-login.ts';
import { frontChannelLogout } from './front-channel-logout.ts';
import { initiatedLogin } from './initiated-login.ts';
import { introspection } from './introspection.ts';
import { keys } from './keys.ts';
import { logout } from './logout.ts';
import { preflight } from './preflight.ts';
import { pushedAuthorizationRequest } from './pushed-authorization-request.ts';
import type { Recogniser } from './recogniser.ts';
import { registration } from './registration.ts';
import { resourceCall } from './resource-call.ts';
import { resourceMetadata } from './resource-metadata.ts';
import { revocation } from './revocation.ts';
import { sessionIframe } from './session-iframe.ts';
import { tokenRequest } from './token-request.ts';
import { unreadTokenCall } from './unread-token-call.ts';
import { userinfo } from './userinfo.ts';

/** What a request asks; the first that recognises it wins, so the telling ones come first. */
export const requestRecognisers: readonly Recogniser[] = [
  preflight,
  fedCm,
  tokenRequest,
  backchannelAuthentication,
  pushedAuthorizationRequest,
  deviceAuthorization,
  registration,
  authorizationRequest,
  introspection,
  revocation,
  foreignLogin,
  logout,
  frontChannelLogout,
  sessionIframe,
  initiatedLogin,
  discovery,
  resourceMetadata,
  userinfo,
  resourceCall,
  keys,
  codeRelay,
  unreadTokenCall,
];

/** What a browser is told and tells; it may stand in the answer of a request. */
export const responseRecogniser = authorizationResponse;
