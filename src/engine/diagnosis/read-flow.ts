import { isTimed } from '../http/clock-time.ts';
import { codeLifeOf, type SetLifetime } from '../flow/code-life.ts';
import type { Flow } from '../flow/flow.ts';
import type { FlowStore } from '../flow/flow-store.ts';
import type { Surroundings } from '../flow/surroundings.ts';
import type { CodeLife } from '../flow/vocabulary.ts';
import { progressOf, type Progress } from '../flow/progress.ts';
import { timelineOf } from '../flow/timeline.ts';
import { unseenOf } from '../flow/unseen.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Authority } from '../providers/authority.ts';
import { registrationOf, type ClientRegistration, type Registered } from './client-registration.ts';
import { successBefore, successOf, type LastSuccess } from './last-success.ts';
import type { FailedAnswer, FlowOutline, FlowReport } from './report.ts';

/** What is known beside the traffic. */
export interface Known {
  /** What the user says is registered. */
  readonly registrations: readonly ClientRegistration[];
  /** What succeeded in earlier sessions. */
  readonly successes: readonly LastSuccess[];
  /** How long codes live where it was changed. */
  readonly lifetimes: readonly SetLifetime[];
}

/** A flow with all that is judged: what it is made of, where it stands, and what can be said of it without a rule. */
export interface FlowReading {
  readonly flow: Flow;
  readonly progress: Progress;
  readonly codeLife: CodeLife | undefined;
  readonly preflights: readonly Exchange[];
  /** As its host and paths tell; the outline's may have the issuer of the answer. */
  readonly authority: Authority;
  readonly registration: Registered;
  readonly remembered: readonly LastSuccess[];
  readonly surroundings: Surroundings;
  /** Nothing more will come. */
  readonly isFinished: boolean;
  readonly outline: FlowOutline;
}

/** Says the rest of a flow: why it ended as it did, and what else is wrong. */
export type Judge = (reading: FlowReading) => FlowReport;

/** Reads a flow; `now` (Unix milliseconds) tells one that still runs from an abandoned one. */
export function readFlow(
  flow: Flow,
  store: FlowStore,
  now: number,
  { registrations, successes, lifetimes }: Known,
): FlowReading {
  const authority = store.authority(endpointOf(flow));
  const hops = store.navigationsOf(flow);
  const progress = progressOf(flow, hops, now);
  const preflights = store.preflightsOf(flow);
  const codeLife = codeLifeOf(flow, authority, lifetimes);
  const { steps, exchanges } = timelineOf(flow, hops, preflights, store.authority);
  const outline: FlowOutline = {
    id: flow.id,
    kind: flow.kind,
    parent: store.parentOf(flow),
    authority: withIssuer(authority, flow),
    clientId: clientOf(flow),
    pkce: pkceOf(flow),
    startedAt: flow.root.startedAt,
    endedAt: isTimed(flow.root.startedAt) ? endOf(exchanges, progress) : undefined,
    tabs: [...new Set(exchanges.flatMap(({ tab }) => (tab === undefined ? [] : [tab])))],
    refreshes: flow.kind === 'refresh_token' ? 0 : flow.refreshes.length,
    verdict: { outcome: progress.outcome, answer: answerOf(progress) },
    unseen: unseenOf(flow, progress),
    codeLife,
    steps,
    success: progress.outcome === 'succeeded' ? successOf(flow, clientOf(flow), authority) : undefined,
    exchanges: exchanges.map(({ id }) => id),
  };
  return {
    flow,
    progress,
    codeLife,
    preflights,
    authority,
    registration: registrationOf(registrations, outline.clientId, authority.host),
    remembered: rememberedOf(flow, progress, authority, successes),
    surroundings: store,
    isFinished: now === Infinity,
    outline,
  };
}

function answerOf({ failure }: Progress): FailedAnswer | undefined {
  if (failure === undefined) return undefined;
  const { exchange } = failure.message;
  return {
    exchange: exchange.id,
    status: failure.place === 'authorization_response' ? undefined : exchange.status,
    error: failure.error?.sent ?? failure.error?.code,
  };
}

function rememberedOf(
  flow: Flow,
  { failure }: Progress,
  { host }: Authority,
  successes: readonly LastSuccess[],
): readonly LastSuccess[] {
  if (failure === undefined) return [];
  const { message } = failure;
  const found = successBefore(successes, {
    clientId: clientOf(flow),
    authority: host,
    grantType: message.kind === 'token_request' ? message.grantType : flow.kind,
    at: flow.root.startedAt,
  });
  return found === undefined ? [] : [found];
}

/** The endpoint that tells best who the authorization server is. */
function endpointOf(flow: Flow): string {
  const telling =
    flow.authorizationRequest ?? flow.pushed ?? flow.redemptions[0] ?? flow.refreshes[0] ?? flow.grants[0];
  return (telling ?? flow.root.message).endpoint;
}

/** Without a discovery document the answer itself may name the issuer (RFC 9207). */
function withIssuer(authority: Authority, flow: Flow): Authority {
  return { ...authority, issuer: authority.issuer ?? flow.authorizationResponse?.params.get('iss') };
}

function clientOf(flow: Flow): string | undefined {
  const asked = flow.authorizationRequest?.params.get('client_id') ?? flow.pushed?.params.get('client_id');
  const tokenRequest = flow.redemptions[0] ?? flow.refreshes[0] ?? flow.grants[0];
  return asked ?? tokenRequest?.authentication.clientId ?? flow.root.message.params.get('client_id');
}

function pkceOf({ authorizationRequest, redemptions }: Flow): FlowReport['pkce'] {
  const challenge = authorizationRequest?.params.get('code_challenge');
  if (challenge !== undefined) {
    return authorizationRequest?.params.get('code_challenge_method') === 'S256' ? 'S256' : 'plain';
  }
  const isOpen =
    authorizationRequest?.carrier === 'plain' || authorizationRequest?.carrier === 'request_object';
  if (isOpen) return 'none';
  return redemptions.some(({ params }) => params.get('code_verifier') !== undefined) ? 'S256' : 'unknown';
}

function endOf(exchanges: readonly Exchange[], { outcome }: Progress): number | undefined {
  if (outcome === 'in_progress') return undefined;
  const ends = exchanges.map(({ endedAt, respondedAt, startedAt }) => endedAt ?? respondedAt ?? startedAt);
  return ends.length === 0 ? undefined : ends.reduce((latest, end) => Math.max(latest, end), 0);
}
