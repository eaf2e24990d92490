import type { Authority } from '../providers/authority.ts';

export type Outcome = 'succeeded' | 'failed' | 'abandoned' | 'in_progress' | 'handed_to_server';

export type UnseenId =
  | 'token_call_on_server'
  | 'token_call_in_app'
  | 'capture_started_late'
  | 'token_call_unread'
  | 'failed_calls'
  | 'login_undecided'
  | 'body_unavailable'
  | 'request_object_by_reference'
  | 'answer_by_script'
  | 'answer_in_fragment'
  | 'answer_encrypted'
  | 'headers_unavailable'
  | 'cookies_unavailable'
  | 'client_certificate';

/** Something the tool could not observe, and what follows from that. */
export interface Unseen {
  readonly id: UnseenId;
  readonly sentence: string;
}

export type FlowKind =
  | 'authorization_code'
  | 'implicit'
  | 'hybrid'
  | 'client_credentials'
  | 'password'
  | 'refresh_token'
  | 'device_code'
  | 'token_exchange'
  | 'jwt_bearer'
  | 'saml_bearer'
  | 'ciba'
  | 'fedcm'
  | 'registration'
  | 'revocation'
  | 'introspection'
  | 'discovery'
  | 'logout'
  | 'unknown';

export type Actor = 'app' | 'browser' | 'authorization_server' | 'resource_server' | 'server_of_app';

/** One message of a flow, in order of time. */
export interface Step {
  readonly exchange: string;
  /** Message kind in protocol terms, e.g. `token_request`. */
  readonly message: string;
  /** The kind for people, e.g. "Token request". */
  readonly label: string;
  readonly from: Actor;
  readonly to: Actor;
  readonly at: number;
  readonly status: number | undefined;
  readonly failed: boolean;
  readonly authority: Authority;
  /** How many hops inside the authorization server are folded into this step. */
  readonly foldedHops: number;
  /** How many requests it stands for: polls, and a retry that the server asked for, are one step. */
  readonly attempts: number;
}

/** The life of the authorization code of a flow, milliseconds. */
export interface CodeLife {
  /** The exchange in which the code was first seen. */
  readonly issuedIn: string;
  readonly issuedAt: number;
  readonly redeemedAt: number | undefined;
  readonly age: number | undefined;
  readonly lifetime: number | undefined;
  readonly lifetimeSource: string | undefined;
}
