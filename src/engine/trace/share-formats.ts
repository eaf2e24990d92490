import { isTimed } from '../http/clock-time.ts';
import type { FlowReport } from '../diagnosis/report.ts';
import type { Shareable } from './shareable.ts';
import { toCurl } from './to-curl.ts';
import { toHar } from './to-har.ts';
import { toHtml } from './to-html.ts';
import { toMarkdown } from './to-markdown.ts';
import { toMermaid } from './to-mermaid.ts';
import { toSvg } from './to-svg.ts';
import { toTrace, type Provenance } from './to-trace.ts';
import { mainFlow } from './words.ts';

/** A format in which a session can be shared. */
export type ShareFormat = 'trace' | 'har' | 'markdown' | 'mermaid' | 'html' | 'svg' | 'curl';

interface FormatFacts {
  readonly extension: string;
  readonly mediaType: string;
  readonly write: (session: Shareable, provenance: Provenance) => string;
}

/** What each format is and who writes it. */
export const shareFormats: Readonly<Record<ShareFormat, FormatFacts>> = {
  trace: { extension: 'grantscope.json', mediaType: 'application/json', write: toTrace },
  har: {
    extension: 'har',
    mediaType: 'application/json',
    write: (session, { version }) => toHar(session, version),
  },
  markdown: { extension: 'md', mediaType: 'text/markdown', write: toMarkdown },
  mermaid: { extension: 'mmd', mediaType: 'text/plain', write: toMermaid },
  html: { extension: 'html', mediaType: 'text/html', write: toHtml },
  svg: { extension: 'svg', mediaType: 'image/svg+xml', write: toSvg },
  curl: { extension: 'sh', mediaType: 'text/plain', write: toCurl },
};

/**
 * A file name without extension that tells date, host and outcome of the flow that matters most, how many others are
 * with it, and that nothing was removed, if so: `2027-01-15-login.example.com-failed`.
 */
export function shareName(session: Shareable): string {
  const { flows } = session.report;
  const flow = mainFlow(session.report);
  const more = flows.length > 1 ? `and-${flows.length - 1}-more` : '';
  const parts = flow === undefined ? ['no-login'] : [dateOf(flow), hostOf(flow), outcomeOf(flow), more];
  return [session.receipt === undefined ? 'WITH-SECRETS' : '', ...parts]
    .filter((part) => part !== '')
    .join('-');
}

function dateOf({ startedAt }: FlowReport): string {
  return isTimed(startedAt) ? new Date(startedAt).toISOString().slice(0, 10) : 'undated';
}

function hostOf({ authority }: FlowReport): string {
  return authority.host.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, '-');
}

function outcomeOf({ verdict }: FlowReport): string {
  return verdict.outcome.replaceAll('_', '-');
}
