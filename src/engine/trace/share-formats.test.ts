import { expect, test } from 'vitest';
import { failedFlow, failedLogin, failedReport } from '../../testing/failed-login.ts';
import { createRedactor } from './redact.ts';
import { shareFormats, shareName } from './share-formats.ts';
import { redactSession, revealSession } from './shareable.ts';

const made = { createdAt: 0, version: '0' };
const redacted = redactSession(failedLogin, failedReport, createRedactor({ key: new Uint8Array(32) }));
const revealed = revealSession(failedLogin, failedReport);
const formats = Object.entries(shareFormats);

test.each(formats)(
  'the receipt in a file of the format %s counts what was removed by kind',
  (name, { write }) => {
    const { removed } = redacted.receipt ?? { removed: [] };
    expect(removed.length).toBeGreaterThan(2);
    const text = write(redacted, made);
    for (const { category, values } of removed) {
      const counts = {
        trace: `"category": "${category}",\n    "values": ${values},`,
        html: `<th>${category}</th><td>${values} values`,
      };
      expect(text).toContain(name === 'trace' || name === 'html' ? counts[name] : `${values} ${category}`);
    }
  },
);

test.each(formats)('a file of the format %s in which nothing is removed says so', (name, { write }) => {
  const words = name === 'trace' ? '"level": "revealed"' : 'Values are shown as captured: do not share this.';
  expect(write(revealed, made)).toContain(words);
  expect(write(redacted, made)).not.toContain(words);
});

test.each([
  ['one login', redacted, '2027-01-15-op.test-failed'],
  [
    'logins, of which one failed',
    { ...redacted, report: reportOf('failed', 'succeeded') },
    '2027-01-15-op.test-failed-and-1-more',
  ],
  [
    'a login that went to a server',
    { ...redacted, report: reportOf('handed_to_server') },
    '2027-01-15-op.test-handed-to-server',
  ],
  ['no login', { ...redacted, report: { flows: [] } }, 'no-login'],
  ['a file with secrets', revealed, 'WITH-SECRETS-2027-01-15-op.test-failed'],
] as const)('the name of a file of %s tells date, host and outcome', (_, session, name) => {
  expect(shareName(session)).toBe(name);
});

function reportOf(...outcomes: readonly (typeof failedFlow.verdict.outcome)[]): typeof failedReport {
  const flows = outcomes.map((outcome) => ({ ...failedFlow, verdict: { ...failedFlow.verdict, outcome } }));
  return { flows };
}
