import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { elsewhereCases, loginCases } from '../e2e/support/cases.ts';

const root = join(import.meta.dirname, '..');
const measured = join(root, 'test-results/firefox-reports');

const introduction = `# The same logins in Chromium and in Firefox

What the reports in the exported files conclude, side by side. \`npm run firefox:reports\` makes this page from what
\`e2e/firefox-same-report.spec.ts\` exported from both browsers' panels in one run against the same servers; that test compares the two
reports as whole JSON, and fails when this page says anything else. The demo's five logins follow one another in one browser, so that a later one is compared
with an earlier success; so do those by popup and in a frame, after the panel was cleared.
`;

const sections = [...loginCases, ...elsewhereCases].map(({ name }) =>
  readFileSync(join(measured, `${name}.md`), 'utf8'),
);
writeFileSync(join(root, 'docs/firefox-reports.md'), [introduction, ...sections].join('\n'));
