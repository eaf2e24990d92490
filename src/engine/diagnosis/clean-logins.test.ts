import { describe, expect, test } from 'vitest';
import { cleanBrokeredLogins } from '../../testing/clean-brokered-logins.ts';
import { cleanLogins } from '../../testing/clean-logins.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';

describe('a clean login of any provider raises nothing', () => {
  test.each(cleanLogins)('$provider at $authorize', ({ trace }) => {
    const { flows } = analyze(fromTraceText(trace));
    expect(flows.length).toBeGreaterThan(0);
    for (const { findings, verdict } of flows) {
      const alarms = findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
      expect({ alarms, causes: verdict.causes.map(({ id }) => id) }).toEqual({ alarms: [], causes: [] });
    }
  });

  test.each(cleanLogins.filter(({ provider }) => provider !== 'firebase'))(
    '$provider at $authorize succeeds',
    ({ trace }) => {
      const outcomes = analyze(fromTraceText(trace)).flows.map(({ verdict }) => verdict.outcome);
      expect(outcomes).toContain('succeeded');
      expect(outcomes).not.toContain('failed');
    },
  );
});

describe('a clean login that runs through further servers raises nothing', () => {
  test.each(cleanBrokeredLogins)('%s', (_, trace) => {
    const { flows } = analyze(fromTraceText(trace));
    const said = flows.map(({ findings, verdict }) => ({
      alarms: findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule),
      causes: verdict.causes.map(({ id }) => id),
    }));
    expect(said).toEqual(flows.map(() => ({ alarms: [], causes: [] })));
    expect(flows.map(({ verdict }) => verdict.outcome)).toContain('succeeded');
    expect(flows.map(({ verdict }) => verdict.outcome)).not.toContain('failed');
  });
});
