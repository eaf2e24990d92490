import { isTimed } from '../../engine/http/clock-time.ts';
import type { Cause } from '../../engine/diagnosis/report.ts';
import type { FlowKind, Outcome } from '../../engine/flow/vocabulary.ts';

/** The time of day of an instant, in the reader's zone or in UTC; nothing where no time was recorded. */
export function clockWords(instant: number, format: 'local' | 'utc'): string {
  if (!isTimed(instant)) return '';
  const date = new Date(instant);
  if (format === 'utc') return `${date.toISOString().slice(11, 19)}Z`;
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((n) => String(n).padStart(2, '0'))
    .join(':');
}

/** How sure a cause is, as a label. */
export function confidenceWords({ confidence, weight }: Cause): string {
  if (confidence === 'certain') return 'Proved';
  if (confidence === 'likely') return weight >= 0.8 ? 'Almost certain' : 'Probable';
  return 'Possible';
}

/** What a confidence means, for a tooltip. */
export const confidenceMeaning: Readonly<Record<Cause['confidence'], string>> = {
  certain: 'The recorded traffic, or the words of the server, prove this cause.',
  likely: 'The recorded traffic points to this cause and to no other as strongly.',
  possible: 'The recorded traffic fits this cause and does not prove it.',
};

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
  saml_bearer: 'SAML bearer',
  ciba: 'CIBA',
  fedcm: 'FedCM',
  registration: 'registration',
  revocation: 'revocation',
  introspection: 'introspection',
  discovery: 'discovery',
  logout: 'logout',
  unknown: 'unknown kind',
};

/** A number of things: "1 login", "3 logins". */
export function countWords(count: number, thing: string): string {
  return `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`;
}
