import type { Actor, FlowReport, Step } from '../diagnosis/report.ts';
import { visible } from '../http/visible.ts';

/** One flow as a diagram of at most `most` lines. */
export function flowToMermaid(flow: FlowReport, most: number): readonly string[] {
  const actors = participants([flow]);
  return ['sequenceDiagram', ...actors, ...stepLines(flow, most - actors.length - 1)];
}

const names: Readonly<Record<Actor, string>> = {
  app: 'App',
  browser: 'Browser',
  authorization_server: 'Authorization server',
  resource_server: 'Resource server',
  server_of_app: 'Server of the app',
};
const order = ['app', 'browser', 'server_of_app', 'authorization_server', 'resource_server'] as const;

/** Who takes part in flows, by the names of this format. */
export function participants(flows: readonly FlowReport[]): readonly string[] {
  const used = new Set<Actor>(flows.flatMap(({ steps }) => steps.flatMap(({ from, to }) => [from, to])));
  if (flows.length > 1) used.add('browser');
  const hosts = new Set(flows.map(({ authority }) => authority.host));
  const [host = ''] = hosts;
  return order
    .filter((actor) => used.has(actor))
    .map((actor) => {
      const server = actor === 'authorization_server' && hosts.size === 1 && host !== '';
      return `  participant ${actor} as ${label(server ? host : names[actor])}`;
    });
}

/** Each step as an arrow, and as an answer when it failed; what does not fit becomes a note. */
export function stepLines({ steps, authority }: FlowReport, most: number): readonly string[] {
  const lines = steps.map((step) => stepLine(step, authority.host));
  if (lines.length <= most) return lines;
  const failed = Math.max(0, steps.findIndex((step) => step.failed) - Math.floor(most / 2));
  const from = Math.min(failed, steps.length - most + 1);
  return [
    ...lines.slice(from, from + most - 1),
    `  Note over ${steps[0]?.to ?? 'browser'}: ${steps.length - most + 1} more steps`,
  ];
}

/** The server stands for one host; a step that went to another one says so. */
function stepLine(step: Step, host: string): string {
  const { from, to, failed, status, authority } = step;
  const toServer = from === 'authorization_server' || to === 'authorization_server';
  const place = toServer && authority.host !== host ? ` at ${authority.host}` : '';
  const answer = status === undefined ? 'no answer' : String(status);
  return `  ${from}${failed ? '-x' : '->>'}${to}: ${label(`${step.label}${place} (${answer})`)}`;
}

/** Characters that mean something to Mermaid, as its own entities (https://mermaid.js.org/syntax/sequenceDiagram.html). */
export function label(text: string): string {
  return visible(text).replaceAll(/[#;<>{}%&"\\]/g, (character) => `#${character.charCodeAt(0)};`);
}
