import type { Challenge } from '../http/challenge.ts';
import type { Exchange } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import type { ClientAuthentication } from './client-authentication.ts';
import type { OAuthError } from './error.ts';
import type { MessageParameters } from './message-parameters.ts';

interface Base<Kind extends string> {
  readonly kind: Kind;
  readonly exchange: Exchange;
  readonly params: MessageParameters;
  /** The URL it was sent to, without query and fragment. */
  readonly endpoint: string;
}

/** RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1, RFC 9101, RFC 9126. */
export interface AuthorizationRequest extends Base<'authorization_request'> {
  /** Whether all parameters stand in the open, in a readable request object, or elsewhere. */
  readonly carrier: 'plain' | 'request_object' | 'hidden_request_object' | 'by_reference';
  /** The server's refusal on the spot: an error page or a 4xx, with no redirect back. */
  readonly error: OAuthError | undefined;
}

/** RFC 6749 §4.1.2 and §4.2.2, OAuth 2.0 Multiple Response Types, Form Post. */
export interface AuthorizationResponse extends Base<'authorization_response'> {
  /** `redirect`: seen in the answer that sends the browser back; `landing`: the request that delivers it. */
  readonly phase: 'redirect' | 'landing';
  readonly mode: 'query' | 'fragment' | 'form_post' | 'web_message';
  /** Whether the parameters stand in the open, in a readable JWT (JARM), or in an encrypted one. */
  readonly carrier: 'plain' | 'jwt' | 'encrypted_jwt';
  /** The URL it is delivered to, response parameters included. */
  readonly target: string;
  readonly error: OAuthError | undefined;
}

/** What a token endpoint gave. */
export interface IssuedTokens {
  readonly accessToken: string | undefined;
  readonly refreshToken: string | undefined;
  readonly idToken: string | undefined;
  readonly body: JsonObject;
}

/** What became of a request that expects JSON. */
export type AnswerState =
  | 'success'
  | 'error'
  /** The browser reported that no readable answer arrived. */
  | 'no_answer'
  /** Not finished, or the answer was not captured. */
  | 'unknown';

/** RFC 6749 §4.1.3, §4.3.2, §4.4.2, §6 and every extension grant. */
export interface TokenRequest extends Base<'token_request'> {
  readonly grantType: string;
  readonly authentication: ClientAuthentication;
  readonly answer: AnswerState;
  readonly error: OAuthError | undefined;
  readonly tokens: IssuedTokens | undefined;
}

/** The same, of which the recording has neither what was sent nor which grant it was. */
export interface UnreadTokenCall extends Base<'unread_token_call'> {
  readonly answer: AnswerState;
  readonly error: OAuthError | undefined;
  /** A metadata document says that this is the token endpoint; otherwise its path does. */
  readonly isNamed: boolean;
}

/** RFC 9126 §2. */
export interface PushedAuthorizationRequest extends Base<'pushed_authorization_request'> {
  readonly requestUri: string | undefined;
  readonly error: OAuthError | undefined;
}

/** RFC 8628 §3.1. */
export interface DeviceAuthorization extends Base<'device_authorization'> {
  readonly deviceCode: string | undefined;
  readonly error: OAuthError | undefined;
}

/** OpenID Connect CIBA §7.1. */
export interface BackchannelAuthentication extends Base<'backchannel_authentication'> {
  readonly authReqId: string | undefined;
  readonly error: OAuthError | undefined;
}

/** A page hands the code to its own server. */
export interface CodeRelay extends Base<'code_relay'> {
  readonly answer: AnswerState;
  readonly error: OAuthError | undefined;
}

/** RFC 7591 §3. */
export interface Registration extends Base<'registration'> {
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  /** When the secret stops being valid, Unix seconds; undefined when it never does or nobody said. */
  readonly secretExpiresAt: number | undefined;
  readonly error: OAuthError | undefined;
}

/** RFC 9728 §3. */
export interface ResourceMetadata extends Base<'resource_metadata'> {
  readonly document: JsonObject;
}

/** OpenID Connect Front-Channel Logout §3. */
export type FrontChannelLogout = Base<'front_channel_logout'>;

/** OpenID Connect Session Management §3. */
export type SessionIframe = Base<'session_iframe'>;

/** Federated Credential Management API. */
export interface FedCm extends Base<'fedcm'> {
  readonly step: 'well_known' | 'config' | 'accounts' | 'client_metadata' | 'id_assertion' | 'disconnect';
  /** The identity provider wants to go on in a window of its own. */
  readonly continues: boolean;
  readonly error: OAuthError | undefined;
}

/** OpenID Connect Core §4. */
export type InitiatedLogin = Base<'initiated_login'>;

/** A message of another login protocol; named, never judged. */
export interface ForeignLogin extends Base<'foreign_login'> {
  readonly protocol: 'SAML' | 'WS-Federation' | 'CAS';
}

/** OpenID Connect Discovery §4, RFC 8414 §3. */
export interface Discovery extends Base<'discovery'> {
  /** What came; undefined when it was no document, or none that names its issuer. */
  readonly found: { readonly document: JsonObject; readonly issuer: string } | undefined;
}

/** RFC 7517 §5. */
export interface Keys extends Base<'keys'> {
  /** What is wrong with the document itself, worst first. */
  readonly defects: readonly KeysDefect[];
}

/** RFC 7517 §4.5 and §9.2, RFC 7518 §3.3. */
export type KeysDefect = 'unreadable' | 'empty' | 'private' | 'weak' | 'same_kid';

/** OpenID Connect Core §5.3. */
export interface Userinfo extends Base<'userinfo'> {
  readonly accessToken: string;
  readonly error: OAuthError | undefined;
}

/** RFC 6750; only calls that the resource refused, and those with their token in the query. */
export interface ResourceCall extends Base<'resource_call'> {
  /** Undefined when the call carried none and was asked for one. */
  readonly accessToken: string | undefined;
  readonly challenges: readonly Challenge[];
  readonly error: OAuthError | undefined;
}

/** RFC 7009 §2. */
export interface Revocation extends Base<'revocation'> {
  readonly token: string;
  readonly error: OAuthError | undefined;
}

/** RFC 7662 §2. */
export interface Introspection extends Base<'introspection'> {
  readonly token: string;
  readonly error: OAuthError | undefined;
}

/** OpenID Connect RP-Initiated Logout §2. */
export interface Logout extends Base<'logout'> {
  readonly error: OAuthError | undefined;
}

/** Fetch standard, CORS preflight. */
export type Preflight = Base<'preflight'>;

/** What an exchange says in protocol terms. */
export type Message =
  | AuthorizationRequest
  | AuthorizationResponse
  | TokenRequest
  | UnreadTokenCall
  | PushedAuthorizationRequest
  | DeviceAuthorization
  | BackchannelAuthentication
  | CodeRelay
  | Registration
  | ResourceMetadata
  | FrontChannelLogout
  | SessionIframe
  | FedCm
  | InitiatedLogin
  | ForeignLogin
  | Discovery
  | Keys
  | Userinfo
  | ResourceCall
  | Revocation
  | Introspection
  | Logout
  | Preflight;

export type MessageKind = Message['kind'];
