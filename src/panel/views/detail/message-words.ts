import type { Step } from '../../../engine/diagnosis/report.ts';
import { isRefresh } from '../../../engine/flow/refresh-label.ts';

const words: ReadonlyMap<string, string> = new Map([
  ['authorization_request', 'The app sends the browser to the authorization server to log the user in.'],
  [
    'authorization_response',
    'The authorization server sends the browser back to the app with the result of the login.',
  ],
  ['token_request', 'The app asks the token endpoint for tokens.'],
  ['unread_token_call', 'The app calls the token endpoint; what it sent was not recorded.'],
  [
    'pushed_authorization_request',
    'The app hands over the authorization request directly and gets a reference to it.',
  ],
  ['device_authorization', 'A device asks for a code that the user types in on another screen.'],
  ['backchannel_authentication', 'The app asks the server to reach the user on another device.'],
  ['code_relay', 'The page hands the code to its own server, which redeems it out of sight.'],
  ['registration', 'The app introduces itself to the server and gets a client_id.'],
  ['resource_metadata', 'The app reads which authorization servers the API trusts.'],
  ['front_channel_logout', 'The server tells another app that the session is over.'],
  ['fedcm', 'The browser itself asks the identity provider for a sign-in (FedCM).'],
  ['session_iframe', 'A frame of the server, by which the app asks whether the user is still signed in.'],
  ['initiated_login', 'Another site asks the app to start a login.'],
  ['foreign_login', 'The server logs the user in by another protocol; this is shown and not judged.'],
  ['discovery', 'The app reads where the endpoints of the server are and what it supports.'],
  ['keys', 'The app reads the public keys with which the server signs tokens.'],
  ['userinfo', 'The app asks who the user is, with an access token.'],
  ['resource_call', 'The app calls an API with an access token.'],
  ['revocation', 'The app tells the server that it no longer needs a token.'],
  ['introspection', 'A server asks whether a token is valid and what it is good for.'],
  ['logout', 'The app sends the browser to the authorization server to log the user out.'],
  ['preflight', 'The browser asks whether the page may make the call that follows.'],
]);

/** What a message is for, in one sentence. */
export function messageWords(step: Step): string {
  if (isRefresh(step)) return 'The app trades its refresh token for new tokens, without the user.';
  return words.get(step.message) ?? '';
}
