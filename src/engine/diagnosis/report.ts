import type { Actor, CodeLife, FlowKind, Outcome, Step, Unseen } from '../flow/vocabulary.ts';
import type { Evidence } from '../http/evidence.ts';
import type { CauseId } from '../oauth/causes.ts';
import type { Source } from '../oauth/source.ts';
import type { Authority } from '../providers/authority.ts';
import type { LastSuccess } from './last-success.ts';

export type { Actor, Authority, CodeLife, Evidence, FlowKind, Outcome, Source, Step, Unseen };

export type Severity = 'error' | 'warning' | 'info';

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

/** What the failing answer said, quoted. */
export interface FailedAnswer {
  readonly exchange: string;
  readonly status: number | undefined;
  /** OAuth error code, or undefined when the answer had none. */
  readonly error: string | undefined;
}

/** What is known of a verdict before any rule was asked. */
export interface VerdictOutline {
  readonly outcome: Outcome;
  readonly answer: FailedAnswer | undefined;
}

export interface Verdict extends VerdictOutline {
  /** The one sentence read first; for a failure the best cause's, otherwise what happened. */
  readonly sentence: string;
  readonly causes: readonly Cause[];
  readonly ruledOut: readonly RuledOut[];
}

/** One login, refresh chain, device login or logout, before any rule was asked. */
export interface FlowOutline {
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
  readonly verdict: VerdictOutline;
  readonly unseen: readonly Unseen[];
  readonly codeLife: CodeLife | undefined;
  readonly steps: readonly Step[];
  /** What of a login that succeeded may be remembered across sessions. */
  readonly success: LastSuccess | undefined;
  /** Ids of every exchange that belongs to the flow, hops included, in order of time. */
  readonly exchanges: readonly string[];
}

/** Everything the product says about a flow. */
export interface FlowReport extends FlowOutline {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** What became of one token's signature. */
export interface SignatureCheck {
  /** Where the token stands. */
  readonly at: Evidence;
  readonly name: string;
  readonly outcome: 'valid' | 'invalid' | 'not_checked';
  /** In one clause, after "the signature". */
  readonly words: string;
  /** By claim, whether the hash in it is that of the access token, code or state that it belongs to. */
  readonly hashes?: ReadonlyMap<string, boolean>;
}

export interface Report {
  /** In order of their start. */
  readonly flows: readonly FlowReport[];
}
