import { isTimed } from '../http/clock-time.ts';
import { codeLifeOf, type SetLifetime } from '../flow/code-life.ts';
import type { Flow } from '../flow/flow.ts';
import type { FlowStore } from '../flow/flow-store.ts';
import { progressOf, type Progress } from '../flow/progress.ts';
import { timelineOf } from '../flow/timeline.ts';
import { unseenOf } from '../flow/unseen.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Authority } from '../providers/authority.ts';
import { registrationOf, type ClientRegistration } from './client-registration.ts';
import { successBefore, successOf, type LastSuccess } from './last-success.ts';
import { materialsOf } from './materials.ts';
import type { FlowReport } from './report.ts';
import { rules } from './rules/index.ts';
import { findingsOf, runRules } from './run-rules.ts';
import { verdictOf } from './verdict.ts';

/** What is known beside the traffic. */
export interface Known {
  /** What the user says is registered. */
  readonly registrations: readonly ClientRegistration[];
  /** What succeeded in earlier sessions. */
  readonly successes: readonly LastSuccess[];
  /** How long codes live where it was changed. */
  readonly lifetimes: readonly SetLifetime[];
}

/** Everything there is to say of a flow; `now` (Unix milliseconds) tells one that still runs from an abandoned one. */
export function flowReportOf(
  flow: Flow,
  store: FlowStore,
  now: number,
  { registrations, successes, lifetimes }: Known,
): FlowReport {
  const authority = store.authority(endpointOf(flow));
  const hops = store.navigationsOf(flow);
  const progress = progressOf(flow, hops, now);
  const preflights = store.preflightsOf(flow);
  const codeLife = codeLifeOf(flow, authority, lifetimes);
  const registration = registrationOf(registrations, clientOf(flow), authority.host);
  const remembered = rememberedOf(flow, progress, authority, successes);
  const materials = materialsOf(
    flow,
    progress,
    codeLife,
    preflights,
    store,
    authority,
    registration,
    remembered,
    now === Infinity,
  );
  const results = runRules(rules, materials);
  const { steps, exchanges } = timelineOf(flow, hops, preflights, store.authority);
  return {
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
    verdict: verdictOf(materials, results, authority),
    findings: findingsOf(results),
    unseen: unseenOf(flow, progress),
    codeLife,
    steps,
    success: progress.outcome === 'succeeded' ? successOf(flow, clientOf(flow), authority) : undefined,
    exchanges: exchanges.map(({ id }) => id),
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
