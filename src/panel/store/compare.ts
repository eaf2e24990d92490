import type { FlowReport, Step } from '../../engine/diagnosis/report.ts';
import { withoutQuery } from '../../engine/http/url.ts';
import type { Recording } from './recording.ts';

/** Something the app did differently from a login that worked. */
export interface Difference {
  readonly step: Step;
  readonly name: string;
  /** Undefined: it was not there. */
  readonly before: string | undefined;
  readonly now: string | undefined;
}

/** New in every login, so that a difference means nothing. */
const oneTime = new Set(
  `state nonce code code_challenge code_verifier request request_uri client_assertion refresh_token access_token
   id_token_hint dpop device_code client-request-id auth0Client login_hint claims_hint iat`.split(/\s+/),
);

const comparedHeaders = new Set(['content-type', 'authorization', 'origin']);

/** The login that worked nearest to a failed one: of the same client, at the same server, of the same kind. */
export function lastGoodLogin(flow: FlowReport, flows: readonly FlowReport[]): FlowReport | undefined {
  if (flow.verdict.outcome === 'succeeded') return undefined;
  const good = flows.filter(
    (other) =>
      other.verdict.outcome === 'succeeded' &&
      other.kind === flow.kind &&
      other.clientId === flow.clientId &&
      other.authority.host === flow.authority.host,
  );
  return good.findLast(({ startedAt }) => startedAt < flow.startedAt) ?? good[0];
}

/** What the app sent otherwise than in the login that worked, step by step; one-time values are left out. */
export function differencesOf(
  flow: FlowReport,
  good: FlowReport,
  recording: Recording,
): readonly Difference[] {
  return flow.steps.flatMap((step, index) => {
    if (flow.steps.findIndex(({ label }) => label === step.label) !== index) return [];
    const other = good.steps.find(({ label }) => label === step.label);
    if (other === undefined || step.from === 'authorization_server') return [];
    const before = sentIn(other, recording);
    const now = sentIn(step, recording);
    return [...new Set([...before.keys(), ...now.keys()])]
      .filter((name) => !oneTime.has(name) && before.get(name) !== now.get(name))
      .map((name) => ({ step, name, before: before.get(name), now: now.get(name) }));
  });
}

function sentIn(step: Step, recording: Recording): ReadonlyMap<string, string> {
  const exchange = recording.exchange(step.exchange);
  const sent = new Map<string, string>();
  if (exchange !== undefined) sent.set('endpoint', withoutQuery(exchange.url));
  for (const { side, headers, facts } of recording.facts(step.exchange)) {
    if (side === 'answer') continue;
    for (const { at, value } of facts) {
      if (!headers) sent.set(at.name, value);
      else if (comparedHeaders.has(at.name.toLowerCase()))
        sent.set(at.name.toLowerCase(), schemeOnly(at.name, value));
    }
  }
  return sent;
}

/** Of credentials only the way they are sent can be compared; a proof or a token is new each time. */
function schemeOnly(name: string, value: string): string {
  return name.toLowerCase() === 'authorization' ? (value.split(' ')[0] ?? '') : value;
}
