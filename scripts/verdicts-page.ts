import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verdictCases, type VerdictCase } from '../src/testing/verdict-cases.ts';
import { isRun } from './is-run.mjs';

const page = join(import.meta.dirname, '../docs/verdicts.md');

const introduction = `# Verdicts

Made by \`npm run docs\` from the cases in \`src/testing/verdicts\`, which \`src/engine/diagnosis/verdicts.test.ts\` plays, in the open and redacted;
a test keeps this page true. Each row is a recording: where in the decision trees it leads, what was observed, the sentence that is read
first, and the causes with their confidence. A proven cause hides guesses; two causes are certain only where two faults were compared.

Nodes: \`IC\` invalid_client, \`IG\` invalid_grant (\`C\` of a code, \`R\` of a refresh token, \`O\` of other grants), \`AE\` errors at the authorization
endpoint, \`NET\` CORS and network, \`RES\` refused resources, \`OUT\` logout, \`LOOP\` loops, \`CB\` the app’s own callback. Every node that names a cause has a case.
`;

const titles: Readonly<Record<string, string>> = {
  'invalid-client': 'invalid_client',
  'invalid-grant-of-a-code': 'invalid_grant for a code',
  'invalid-grant-of-other-grants': 'invalid_grant for other grants',
  elsewhere: 'Elsewhere',
};

function row({ nodes, when, expected: [sentence = '', ...causes] }: VerdictCase): string {
  const shown = causes.map((cause) => cause.replace(/^(\w+) (\w+)$/, '`$2` $1')).join(', ');
  return `| ${nodes.join(', ')} | ${when} | ${sentence} | ${shown === '' ? 'none' : shown} |\n`;
}

/** The page about all verdicts, in the order of the trees. */
export function verdictsPage(): string {
  const cases = verdictCases();
  const section = ([file, title]: readonly [string, string]): string =>
    `\n## ${title}\n\n| node | observed | verdict | causes |\n|---|---|---|---|\n${cases
      .filter((each) => each.file === file)
      .map(row)
      .join('')}`;
  return introduction + Object.entries(titles).map(section).join('');
}

if (isRun(import.meta.url)) writeFileSync(page, verdictsPage());
