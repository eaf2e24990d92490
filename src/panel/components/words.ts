import type { Cause } from '../../engine/diagnosis/report.ts';
import type { FlowKind, Outcome } from '../../engine/flow/vocabulary.ts';

/** A duration for people: "40 ms", "2.1 s", "5 min", "2 h". */
export function durationWords(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${trim(seconds)} s`;
  if (seconds < 3600) return `${trim(seconds / 60)} min`;
  return `${trim(seconds / 3600)} h`;
}

/** The time of day of an instant, in the reader's zone or in UTC. */
export function clockWords(instant: number, format: 'local' | 'utc'): string {
  const date = new Date(instant);
  if (format === 'utc') return `${date.toISOString().slice(11, 19)}Z`;
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((n) => String(n).padStart(2, '0'))
    .join(':');
}

/** How sure a cause is, as the beginning of a sentence. */
export function confidenceWords({ confidence, weight }: Cause): string {
  if (confidence === 'certain') return 'The cause is';
  if (confidence === 'likely') return weight >= 0.8 ? 'Almost certainly' : 'Probably';
  return 'Could also be';
}

/** An outcome for people. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  succeeded: 'Succeeded',
  failed: 'Failed',
  abandoned: 'Abandoned',
  in_progress: 'In progress',
  handed_to_server: 'Handed to the server',
};

/** A kind of flow for people. */
export const kindWords: Readonly<Record<FlowKind, string>> = {
  authorization_code: 'code',
  implicit: 'implicit',
  hybrid: 'hybrid',
  client_credentials: 'client credentials',
  password: 'password',
  refresh_token: 'refresh',
  device_code: 'device',
  token_exchange: 'token exchange',
  jwt_bearer: 'JWT bearer',
  ciba: 'CIBA',
  logout: 'logout',
  unknown: 'unknown kind',
};

function trim(value: number): string {
  return value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
}
