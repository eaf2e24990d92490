import type { Exchange } from '../http/exchange.ts';
import type {
  AuthorizationRequest,
  Logout,
  Message,
  PushedAuthorizationRequest,
  Registration,
  TokenRequest,
} from '../oauth/message.ts';
import type { Metadata } from '../providers/authority-of.ts';
import type { Authority } from '../providers/authority.ts';
import type { Documents } from './documents.ts';
import type { Flow } from './flow.ts';
import type { Credentials } from './history.ts';

/** What a flow stands among: who answers where, and the messages of other flows. */
export interface Surroundings extends Documents {
  /** Who answers at an endpoint. */
  authority(endpoint: string): Authority;
  metadataAt(endpoint: string): Metadata | undefined;
  metadataOf(issuer: string): Metadata | undefined;
  /** Authorization requests with this challenge, in any flow. */
  requestsWithChallenge(
    key: string,
  ): readonly { readonly flow: string; readonly request: AuthorizationRequest }[];
  /** Logout requests to a server's origin, in order of time. */
  logoutsAt(origin: string): readonly Logout[];
  /** Authorization requests and responses in the tab of an exchange within a time before it, in milliseconds: the last ones, in order of time. */
  loginsInTabBefore(exchange: Exchange, milliseconds: number): readonly Message[];
  /** Documents opened in the tab of an exchange within a time before it, in milliseconds; in order of time. */
  navigationsBefore(exchange: Exchange, milliseconds: number): readonly Exchange[];
  /** The request in the tab of an exchange whose answer led to it. */
  redirectTo(exchange: Exchange): Exchange | undefined;
  /** The last request of this client to this token endpoint before the given call that passes, and its flow. */
  callBefore(
    call: Credentials,
    passes: (earlier: TokenRequest) => boolean,
  ): { readonly request: TokenRequest; readonly flow: Flow } | undefined;
  /** The registration before this request whose answer gave the secret that it sends. */
  secretIssue(call: Credentials): Registration | undefined;
  /** Logins of this client that this authorization endpoint answered with a code or tokens, before this one; latest first. */
  loginsBefore(request: AuthorizationRequest): readonly Flow[];
  /** The last request that this client pushed to this server in the ten minutes before, and that nothing opened. */
  unopenedPush(request: AuthorizationRequest): PushedAuthorizationRequest | undefined;
  /** Logins of this client at this authorization endpoint that started in the ten minutes after a time. */
  loginsAfter(request: AuthorizationRequest, time: number): readonly Flow[];
}
