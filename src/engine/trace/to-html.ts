import type { Cause, Finding, FlowReport, Step } from '../diagnosis/report.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Parameter } from '../http/parameters.ts';
import { readingOf } from '../http/reading.ts';
import { withoutQuery } from '../http/url.ts';
import { markup } from './markup.ts';
import { proofLines, proofValues } from './proof-lines.ts';
import { serverWords } from './server-words.ts';
import type { Shareable } from './shareable.ts';
import { sequenceSvg } from './svg-sequence.ts';
import {
  answerText,
  flowText,
  instantText,
  keptSentences,
  mainFlow,
  outcomeText,
  receiptSentence,
} from './words.ts';

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const style = `body{font:15px/1.5 system-ui,sans-serif;color:#1c2230;max-width:1200px;margin:0 auto;padding:32px 24px}
h1{font-size:26px;line-height:1.3;margin:8px 0}h2{font-size:17px;margin:28px 0 8px}section+section{border-top:2px solid #dde2ec;margin-top:40px;padding-top:24px}
.chip{background:#fff4dc;color:#7a4f00;border-radius:99px;padding:3px 12px;font-weight:600}.failed{background:#fdeceb;color:#b3261e}.succeeded{background:#e3f5ea;color:#146c3a}
.soft{color:#525b6d}table{border-collapse:collapse;width:100%;background:#f6f8fc}th{text-align:left;font-weight:400;color:#525b6d;width:220px}th,td{padding:5px 12px;vertical-align:top}
td,code{font-family:ui-monospace,monospace;font-size:13px;overflow-wrap:anywhere}mark{background:#f8c9c5}svg{max-width:100%;height:auto}
details{border:1px solid #dde2ec;border-radius:6px;margin:6px 0;padding:8px 12px}summary{cursor:pointer}.bad{color:#b3261e;font-weight:600}.fix{background:#e8f0fe;border-radius:6px;padding:10px 14px}`;

/** A report that opens from disk, without script and without anything from elsewhere. */
export function toHtml(session: Shareable): string {
  const { flows } = session.report;
  const first = mainFlow(session.report);
  const ordered = first === undefined ? [] : [first, ...flows.filter((flow) => flow !== first)];
  const body = ordered.map((flow) => flowSection(flow, session)).join('\n');
  const nothing = '<h1>No OAuth or OpenID Connect traffic was found.</h1>';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><title>Grantscope report</title><style>${style}</style></head>
<body>
${body === '' ? nothing : body}
${receiptPart(session)}
</body></html>
`;
}

function flowSection(flow: FlowReport, session: Shareable): string {
  const { verdict } = flow;
  const [best] = verdict.causes;
  const answer = answerText(flow);
  const { text, handles } = serverWords(flow, session);
  return [
    `<section><p><span class="chip ${verdict.outcome}">${outcomeText[verdict.outcome]}</span> <span class="soft">${markup(flowText(flow))} · ${instantText(flow.startedAt)}</span></p>`,
    `<h1>${markup(verdict.sentence)}</h1>`,
    ...(answer === undefined
      ? []
      : [`<p class="soft">The server answered <code>${markup(answer)}</code></p>`]),
    ...(text === undefined ? [] : [`<p>It said: ${markup(text)}</p>`]),
    ...(best === undefined ? [] : [causePart(best, session)]),
    table(
      'In the server’s log',
      handles.map(([name, value]) => ({ name, value })),
    ),
    `<h2>Sequence</h2>${sequenceSvg(flow)}<h2>Steps</h2>`,
    ...flow.steps.map((step) => stepPart(step, session)),
    ...list('Findings', flow.findings.map(findingItem)),
    ...list(
      'Not seen',
      flow.unseen.map(({ sentence }) => markup(sentence)),
    ),
    '</section>',
  ].join('\n');
}

function causePart(cause: Cause, session: Shareable): string {
  const { proof, fix, sources } = cause;
  const values = proof === undefined ? [] : proofValues(proof, session);
  const rows = values.map(
    ({ label, value, marks }) => `<tr><th>${markup(label)}</th><td>${marked(value, marks)}</td></tr>`,
  );
  const age =
    proof?.kind === 'age' ? proofLines(proof, session).map((words) => `<p>${markup(words)}</p>`) : [];
  const links = sources.map(
    ({ title, url }) => `<a href="${markup(url)}" rel="noreferrer">${markup(title)}</a>`,
  );
  const proved = rows.length === 0 ? '' : `<table>${rows.join('')}</table>`;
  return `${proved}${age.join('')}<p class="fix"><b>Fix</b> ${markup(fix)} ${links.join(', ')}</p>`;
}

function marked(value: string, marks: string): string {
  return [...value]
    .map((character, index) =>
      marks[index] === '^' ? `<mark>${markup(character)}</mark>` : markup(character),
    )
    .join('')
    .replaceAll('</mark><mark>', '');
}

function stepPart(step: Step, session: Shareable): string {
  const exchange = session.exchanges.find(({ id }) => id === step.exchange);
  const status = step.status === undefined ? 'no answer' : String(step.status);
  const head = `<summary class="${step.failed ? 'bad' : ''}">${step.failed ? '✕ ' : ''}${markup(step.label)} <span class="soft">${status} · ${markup(step.authority.host)} · ${instantText(step.at)}</span></summary>`;
  return `<details${step.failed ? ' open' : ''}>${head}${exchange === undefined ? '' : parameters(exchange)}</details>`;
}

function parameters(exchange: Exchange): string {
  const reading = readingOf(exchange);
  const answer = Object.entries(reading.responseJson() ?? {}).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));
  return [
    `<p><code>${markup(`${exchange.method} ${withoutQuery(exchange.url)}`)}</code></p>`,
    table('Query', reading.query()),
    table('Form', reading.form()),
    table('Redirect', [...reading.redirectQuery(), ...reading.redirectFragment()]),
    table('Answer', answer),
  ].join('');
}

function table(title: string, rows: readonly Pick<Parameter, 'name' | 'value'>[]): string {
  if (rows.length === 0) return '';
  const lines = rows.map(({ name, value }) => `<tr><th>${markup(name)}</th><td>${markup(value)}</td></tr>`);
  return `<p class="soft">${title}</p><table>${lines.join('')}</table>`;
}

function findingItem({ severity, title, fix }: Finding): string {
  return `<b>${severity}</b>: ${markup(title)} <span class="soft">${markup(fix)}</span>`;
}

function list(title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  return [`<h2>${title}</h2><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`];
}

function receiptPart({ receipt }: Shareable): string {
  if (receipt === undefined) return `<p class="bad">${receiptSentence(receipt)}</p>`;
  const rows = receipt.removed.map(
    ({ category, values, places }) =>
      `<tr><th>${markup(category)}</th><td>${values} values in ${places} places</td></tr>`,
  );
  const kept = [`Kept: ${receipt.kept.join('; ')}.`, ...keptSentences(receipt)].join(' ');
  return `<h2>What was removed</h2><table>${rows.join('')}</table><p class="soft">${markup(kept)}</p>`;
}
