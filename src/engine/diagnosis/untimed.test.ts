import { describe, expect, test } from 'vitest';
import { codeLogin } from '../../testing/raw-login.ts';
import { analyze } from '../analyze.ts';
import { isProblem } from '../http/problem.ts';
import { fromRawHttp } from '../http/from-raw-http.ts';
import type { FlowReport } from './report.ts';

function flowOf(text: string): FlowReport {
  const exchanges = fromRawHttp(text, 'notes.http');
  if (isProblem(exchanges)) throw new Error(exchanges.reason);
  const [flow] = analyze(exchanges).flows;
  if (flow === undefined) throw new Error('There is no login.');
  return flow;
}

const now = Date.UTC(2026, 10, 28, 10) / 1000;

describe('a login copied as text, without a date anywhere', () => {
  test('has no times, and what stands in its tokens is held against none', () => {
    const flow = flowOf(codeLogin({ iat: now, exp: now + 3600 }));
    expect(flow.verdict.outcome).toBe('succeeded');
    expect(flow.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(flow.verdict.sentence).toBe('The login succeeded.');
    expect(flow.codeLife?.age).toBeUndefined();
    expect(flow.endedAt).toBeUndefined();
  });

  test('with the date of one answer, a token that is too old for it is a finding', () => {
    const dated = codeLogin({ iat: now - 9000, exp: now - 5400 }, 'Date: Sat, 28 Nov 2026 10:00:00 GMT');
    expect(flowOf(dated).findings.map(({ rule }) => rule)).toContain('jwt-time-or-clock-skew');
  });
});
