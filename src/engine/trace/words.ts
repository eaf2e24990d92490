import { isTimed } from '../http/clock-time.ts';
import type { Cause, FlowReport, Outcome, Report } from '../diagnosis/report.ts';
import type { Receipt } from './receipt.ts';
import { visible } from '../http/visible.ts';

/** An instant in UTC: "2027-01-15 08:00:00.123Z"; in words where none was recorded. */
export function instantText(instant: number): string {
  return isTimed(instant) ? new Date(instant).toISOString().replace('T', ' ') : 'no time recorded';
}

/** The flow that a picture or a ticket is about: the last that failed, otherwise the last. */
export function mainFlow({ flows }: Report): FlowReport | undefined {
  return flows.findLast(({ verdict }) => verdict.outcome === 'failed') ?? flows.at(-1);
}

/** An outcome for people. */
export const outcomeText: Readonly<Record<Outcome, string>> = {
  succeeded: 'succeeded',
  failed: 'failed',
  abandoned: 'abandoned',
  in_progress: 'in progress',
  handed_to_server: 'handed to the server',
};

/** How sure a cause is, as the beginning of a sentence. */
export function confidenceText({ confidence }: Cause): string {
  if (confidence === 'certain') return 'The cause';
  return confidence === 'likely' ? 'Probably' : 'Could also be';
}

/** Which login it is: "authorization_code at Okta, tenant dev-1, client shop". */
export function flowText({ kind, authority, clientId }: FlowReport): string {
  const { provider, providerName, host, tenant } = authority;
  const name = provider === 'generic' ? host : `${providerName} (${host})`;
  return [
    `${kind} at ${name}`,
    ...(tenant === undefined ? [] : [`tenant ${tenant}`]),
    ...(clientId === undefined ? [] : [`client ${clientId}`]),
  ].join(', ');
}

/** What the failing answer said: "400 invalid_grant". */
export function answerText({ verdict }: FlowReport): string | undefined {
  if (verdict.answer === undefined) return undefined;
  const words = [verdict.answer.status, verdict.answer.error].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(' ');
}

/** What was done to the values in a file, counted by kind, in a sentence or two. */
export function receiptSentence(receipt: Receipt | undefined): string {
  if (receipt === undefined) return 'Values are shown as captured: do not share this.';
  const rows = receipt.removed.map(({ category, values }) => `${values} ${category}`);
  const removed = rows.length === 0 ? 'Nothing had to be redacted.' : `Redacted: ${rows.join(', ')}.`;
  return [removed, ...keptSentences(receipt)].join(' ');
}

/** What stayed because the user asked for it; nothing at the level `strict`. */
export function keptSentences({ level, keptNames }: Receipt): readonly string[] {
  if (level === 'keep_user_identifiers')
    return ['User names, subject identifiers and e-mail addresses are kept.'];
  if (keptNames.length === 0) return [];
  return [`Kept on request: ${keptNames.map((name) => visible(name)).join(', ')}.`];
}
