import type { Cause, FlowReport } from '../diagnosis/report.ts';
import { proofLines } from './proof-lines.ts';
import { serverWords } from './server-words.ts';
import type { Shareable } from './shareable.ts';
import { flowToMermaid } from './mermaid-lines.ts';
import { visible } from '../http/visible.ts';
import {
  answerText,
  confidenceText,
  flowText,
  instantText,
  mainFlow,
  outcomeText,
  receiptSentence,
} from './words.ts';

const mostOthers = 6;
const mostProof = 8;
const mostDiagram = 14;
const mostHandles = 8;

/** A ticket of at most 60 lines: the flow that matters most in full, the others in a line each. */
export function toMarkdown(session: Shareable): string {
  const { flows } = session.report;
  const main = mainFlow(session.report);
  if (main === undefined) return 'No OAuth or OpenID Connect traffic was found.\n';
  const others = flows.filter((flow) => flow !== main);
  const lines = [...ticket(main, session), ...otherFlows(others), '', receiptLine(session)];
  return `${lines.join('\n')}\n`;
}

function ticket(flow: FlowReport, session: Shareable): readonly string[] {
  const { verdict } = flow;
  const [best, second] = verdict.causes;
  const answer = answerText(flow);
  return [
    `## ${escaped(verdict.sentence)}`,
    '',
    `- ${escaped(flowText(flow))}: **${outcomeText[verdict.outcome]}**`,
    `- ${instantText(flow.startedAt)}${flow.endedAt === undefined ? '' : ` to ${instantText(flow.endedAt)}`}`,
    ...(answer === undefined ? [] : [`- The server answered \`${code(answer)}\``]),
    ...said(flow, session),
    ...(best === undefined ? [] : evidence(best, session)),
    ...(second === undefined ? [] : ['', `${confidenceText(second)}: ${escaped(second.sentence)}`]),
    ...section(flow.findings.slice(0, 3).map(({ severity, title }) => `- ${severity}: ${escaped(title)}`)),
    ...section(flow.unseen.slice(0, 3).map(({ sentence }) => `- Not seen: ${escaped(sentence)}`)),
    '',
    '```mermaid',
    ...flowToMermaid(flow, mostDiagram),
    '```',
  ];
}

/** A line of the server's words and a line of what its log knows the request by, each only where there is one. */
function said(flow: FlowReport, session: Shareable): readonly string[] {
  const { text, handles } = serverWords(flow, session);
  const ids = handles.slice(0, mostHandles).map(([name, value]) => `${escaped(name)} \`${code(value)}\``);
  return [
    ...(text === undefined ? [] : [`- It said: ${escaped(text)}`]),
    ...(ids.length === 0 ? [] : [`- In the server’s log: ${ids.join(', ')}`]),
  ];
}

function evidence(cause: Cause, session: Shareable): readonly string[] {
  const proof = cause.proof === undefined ? [] : proofLines(cause.proof, session).slice(0, mostProof);
  const sources = cause.sources.slice(0, 3).map(({ title, url }) => `[${escaped(title)}](${url})`);
  return [
    ...(proof.length === 0 ? [] : ['', '```text', ...proof.map(fenced), '```']),
    '',
    `**Fix:** ${escaped(cause.fix)}${sources.length === 0 ? '' : ` (${sources.join(', ')})`}`,
  ];
}

function otherFlows(flows: readonly FlowReport[]): readonly string[] {
  if (flows.length === 0) return [];
  const shown = flows
    .slice(0, mostOthers)
    .map((flow) => `- ${escaped(flowText(flow))}: ${outcomeText[flow.verdict.outcome]}`);
  const rest = flows.length - mostOthers;
  return ['', 'Other flows in the recording:', '', ...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])];
}

function receiptLine({ receipt }: Shareable): string {
  if (receipt === undefined) return `**${receiptSentence(receipt)}**`;
  return escaped(receiptSentence(receipt));
}

function section(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}

/** Text in which nothing is markup. */
function escaped(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*[\]|~]/g, (character) => `\\${character}`);
}

function code(text: string): string {
  return visible(text).replaceAll('`', "'");
}

/** A line that cannot close the fence it stands in. */
function fenced(line: string): string {
  return line.replaceAll('```', "'''");
}
