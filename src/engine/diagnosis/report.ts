import type { CauseId } from './causes.ts';

/** Where in an exchange a fact stands. */
export type EvidencePart =
  | 'request'
  | 'url'
  | 'query'
  | 'fragment'
  | 'form'
  | 'request_header'
  | 'request_json'
  | 'status'
  | 'response_header'
  | 'redirect'
  | 'redirect_query'
  | 'redirect_fragment'
  | 'response_json'
  | 'response_body'
  | 'timing'
  | 'network_error';

/** A pointer into the traffic, never a copied value, so that what carries it cannot leak. */
export interface Evidence {
  readonly exchange: string;
  readonly part: EvidencePart;
  /** Parameter, header or member name; '' when the part is meant as a whole. */
  readonly name: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** A specification section or vendor page. */
export interface Source {
  readonly title: string;
  readonly url: string;
}

/** A rule that failed. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The fault, present tense, without captured values. */
  readonly title: string;
  readonly why: string;
  readonly evidence: readonly Evidence[];
  readonly fix: string;
  readonly sources: readonly Source[];
}

/** `certain`: the traffic or the server's own words prove it. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** One labelled line of a proof. */
export interface ProofRow {
  readonly label: string;
  readonly at: Evidence;
}

/** What a reader needs to see to believe a cause; drawn by the panel, the picture and the exporters. */
export type Proof =
  /** Values that should be equal, shown aligned with the differing characters marked. */
  | { readonly kind: 'values'; readonly rows: readonly ProofRow[]; readonly difference: string | undefined }
  /** Authorities that should be one; `authority` is what to compare, e.g. an issuer. */
  | { readonly kind: 'authorities'; readonly rows: readonly (ProofRow & { readonly authority: string })[] }
  /** The age of a code at redemption against its lifetime, both in milliseconds. */
  | {
      readonly kind: 'age';
      readonly rows: readonly ProofRow[];
      readonly age: number;
      readonly lifetime: number | undefined;
      /** Who says so: a specification, a vendor page, or the user. */
      readonly lifetimeSource: string | undefined;
    }
  /** The same thing attempted more than once, in order of time. */
  | { readonly kind: 'attempts'; readonly rows: readonly (ProofRow & { readonly result: string })[] }
  /** The server's own words. */
  | { readonly kind: 'answer'; readonly rows: readonly ProofRow[] };

/** A possible reason for a failure, best first in a verdict. */
export interface Cause {
  readonly id: CauseId;
  readonly confidence: Confidence;
  /** Ranking weight between 0 and 0.99. */
  readonly weight: number;
  /** One sentence that stands alone: what is wrong, with the difference named, without secrets. */
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
  readonly proof: Proof | undefined;
  /** What to change, and where. */
  readonly fix: string;
  readonly sources: readonly Source[];
  /** For a cause that is not certain: the one observation that would decide it. */
  readonly decidedBy: string | undefined;
}

/** A cause that was checked and refuted, so that a reader need not. */
export interface RuledOut {
  readonly label: string;
  readonly reason: string;
}

export type Outcome = 'succeeded' | 'failed' | 'abandoned' | 'in_progress' | 'handed_to_server';

/** What the failing answer said, quoted. */
export interface FailedAnswer {
  readonly exchange: string;
  readonly status: number | undefined;
  /** OAuth error code, or undefined when the answer had none. */
  readonly error: string | undefined;
}

export interface Verdict {
  readonly outcome: Outcome;
  /** The one sentence read first; for a failure the best cause's, otherwise what happened. */
  readonly sentence: string;
  readonly answer: FailedAnswer | undefined;
  readonly causes: readonly Cause[];
  readonly ruledOut: readonly RuledOut[];
}

export type UnseenId =
  | 'token_call_on_server'
  | 'capture_started_late'
  | 'body_unavailable'
  | 'popup_not_permitted'
  | 'request_object_by_reference'
  | 'exchanges_dropped';

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
  | 'ciba'
  | 'logout'
  | 'unknown';

/** Who issued or received a message. */
export interface Authority {
  /** Provider id, 'generic' when recognised by structure only. */
  readonly provider: string;
  /** The provider's name for people. */
  readonly providerName: string;
  /** The tenant as this provider defines it; undefined when it has none or it is not known. */
  readonly tenant: string | undefined;
  readonly issuer: string | undefined;
  readonly host: string;
}

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
}

/** The life of the authorization code of a flow, milliseconds. */
export interface CodeLife {
  readonly issuedAt: number;
  readonly redeemedAt: number | undefined;
  readonly age: number | undefined;
  readonly lifetime: number | undefined;
  readonly lifetimeSource: string | undefined;
}

/** Everything the product says about one login, refresh chain, device login or logout. */
export interface FlowReport {
  /** Stable while the flow grows. */
  readonly id: string;
  readonly kind: FlowKind;
  readonly parent: string | undefined;
  readonly authority: Authority;
  readonly clientId: string | undefined;
  readonly pkce: 'S256' | 'plain' | 'none' | 'unknown';
  readonly startedAt: number;
  readonly endedAt: number | undefined;
  /** Tabs that took part. */
  readonly tabs: readonly number[];
  readonly refreshes: number;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly unseen: readonly Unseen[];
  readonly codeLife: CodeLife | undefined;
  readonly steps: readonly Step[];
  /** Ids of every exchange that belongs to the flow, hops included, in order of time. */
  readonly exchanges: readonly string[];
}

export interface Report {
  /** In order of their start. */
  readonly flows: readonly FlowReport[];
}
