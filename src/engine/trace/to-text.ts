import type { Cause, Finding, FlowReport, Source, Step } from '../diagnosis/report.ts';
import { proofLines } from './proof-lines.ts';
import { serverWords } from './server-words.ts';
import type { Shareable } from './shareable.ts';
import { visible } from '../http/visible.ts';
import { answerText, confidenceText, flowText, instantText, outcomeText, receiptSentence } from './words.ts';

/** A report to read in a terminal: for each flow the verdict, the proof, the fix, what was not seen, the steps. */
export function toText(session: Shareable): string {
  const { flows } = session.report;
  if (flows.length === 0) return 'No OAuth or OpenID Connect traffic was found.\n';
  const blocks = flows.map((flow) => flowLines(flow, session).join('\n'));
  return `${blocks.join('\n\n')}\n\n${receiptSentence(session.receipt)}\n`;
}

function flowLines(flow: FlowReport, session: Shareable): readonly string[] {
  const { verdict } = flow;
  const [best, ...others] = verdict.causes;
  const answer = answerText(flow);
  const { text, handles } = serverWords(flow, session);
  return [
    `${outcomeText[verdict.outcome].toUpperCase()}  ${visible(flowText(flow))}`,
    ...indent([
      visible(verdict.sentence),
      ...(answer === undefined ? [] : [`The server answered: ${visible(answer)}`]),
      ...(text === undefined ? [] : [`It said: ${text}`]),
      ...handles.map(([name, value]) => `In the server’s log: ${name} ${value}`),
      ...(best === undefined ? [] : causeLines(best, session)),
      ...others.map((cause) => otherCauseLine(cause)),
      ...flow.findings.flatMap((finding) => findingLines(finding)),
      ...verdict.ruledOut.map(({ label, reason }) => `Ruled out: ${visible(`${label}: ${reason}`)}`),
      ...signatureLines(flow, session),
      ...flow.unseen.map(({ sentence }) => `Not seen: ${visible(sentence)}`),
      'Steps:',
      ...indent(flow.steps.map((step) => stepLine(step))),
    ]),
  ];
}

function causeLines(cause: Cause, session: Shareable): readonly string[] {
  return [
    `Cause: ${cause.id} (${cause.confidence})`,
    ...indent(cause.proof === undefined ? [] : proofLines(cause.proof, session)),
    `Fix: ${visible(cause.fix)}`,
    ...cause.sources.map(sourceLine),
    ...(cause.decidedBy === undefined ? [] : [`What would decide it: ${visible(cause.decidedBy)}`]),
  ];
}

function otherCauseLine(cause: Cause): string {
  return `${confidenceText(cause)}: ${visible(cause.sentence)} (${cause.id})`;
}

function findingLines({ rule, severity, title, fix }: Finding): readonly string[] {
  return [`Finding: ${severity}: ${visible(title)} (${rule})`, ...indent([`Fix: ${visible(fix)}`])];
}

/** Equal words are said once, however many tokens they are about. */
function signatureLines({ id }: FlowReport, { signatures }: Shareable): readonly string[] {
  const checks = signatures.get(id) ?? [];
  return [...new Set(checks.map(({ name, words }) => `The signature of the ${name} ${words}.`))];
}

function sourceLine({ title, url }: Source): string {
  return `Source: ${title} ${url}`;
}

function stepLine({ at, label, status, authority, failed, foldedHops, attempts }: Step): string {
  const hops = foldedHops === 0 ? '' : ` (+${foldedHops} hops)`;
  const times = attempts === 1 ? '' : ` (${attempts} requests)`;
  const answer = status === undefined ? 'no answer' : String(status);
  return `${instantText(at)}  ${failed ? '✗' : '·'} ${visible(label)}  ${answer}  ${visible(authority.host)}${hops}${times}`;
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
