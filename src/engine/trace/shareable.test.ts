import { describe, expect, test } from 'vitest';
import { failedFlow, failedLogin } from '../../testing/failed-login.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';
import type { FlowReport } from '../diagnosis/report.ts';
import { createRedactor } from './redact.ts';
import { redactSession } from './shareable.ts';
import { toHtml } from './to-html.ts';
import { toMarkdown } from './to-markdown.ts';
import { toText } from './to-text.ts';

const redactor = () => createRedactor({ key: new Uint8Array(32) });
const others = fromTraceText(
  ['a', 'b', 'c', 'd'].map((id) => `GET https://app.test/${id} -> 200 {} id=${id}`).join('\n'),
);
const at = (exchange: string) => ({ exchange, part: 'url', name: '' }) as const;

describe('a session that holds what its report points to', () => {
  test('has the exchanges of flows, causes, proofs and findings, in their order, and no other', () => {
    const [cause] = failedFlow.verdict.causes;
    const [finding] = failedFlow.findings;
    if (cause === undefined || finding === undefined) throw new Error('nothing to point with');
    const flow: FlowReport = {
      ...failedFlow,
      verdict: {
        ...failedFlow.verdict,
        causes: [
          { ...cause, evidence: [at('a')], proof: { kind: 'answer', rows: [{ label: 'x', at: at('b') }] } },
        ],
      },
      findings: [{ ...finding, evidence: [at('d')] }],
    };
    const { exchanges } = redactSession(
      [...others, ...failedLogin],
      { flows: [flow] },
      redactor(),
      undefined,
      'reported',
    );
    expect(exchanges.map(({ id }) => id)).toEqual(['a', 'b', 'd', ...failedLogin.map(({ id }) => id)]);
  });

  test('names every file, and hides what another exchange shows to be secret', () => {
    const exchanges = fromTraceText(`
POST https://app.test/profile password=sunflower&name=x -> 200 {} source=b.har
GET https://op.test/authorize?client_id=c&response_type=code&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?error=access_denied&error_description=No+sunflower+here&state=s source=a.har
GET https://app.test/cb?error=access_denied&error_description=No+sunflower+here&state=s -> 200 <p> source=a.har`);
    const report = analyze(exchanges);
    const session = redactSession(exchanges, report, redactor(), undefined, 'reported');
    expect(session.exchanges.map(({ id }) => id)).toEqual(['e2', 'e3']);
    expect(session.sources).toEqual(['b.har', 'a.har']);
    const written = [toText, toMarkdown, toHtml].map((write) => write(session)).join('\n');
    expect(written).toContain('access_denied');
    expect(written).not.toContain('sunflower');
  });
});
