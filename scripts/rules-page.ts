import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../src/engine/diagnosis/rule.ts';
import { leftOut, notRules } from '../src/testing/rule-catalogue.ts';
import { rulesTraps } from '../src/testing/rule-traps.ts';
import { rules } from '../src/engine/diagnosis/rules/index.ts';
import { isRun } from './is-run.mjs';

const page = join(import.meta.dirname, '../docs/rules.md');
const folder = join(import.meta.dirname, '../src/engine/diagnosis/rules');

const introduction = `# Rules

Made by \`npm run rules\` from what each rule says of itself; a test keeps it true. A rule passes, fails, does not apply, or cannot tell;
only a failure is shown. Severity: \`error\` the login fails or is unsafe now because of it, \`warning\` it works, but a current best practice
forbids it or it will fail soon, \`info\` worth knowing. A rule may say a milder severity for a case that did no harm.

The traps of a rule are what looks like its fault and is none, and what looks like none and is one. Each is the name of a fixture in the
rule's test, on which the rule is silent or finds the fault; the test fails when one has no fixture.
`;

function section({ id, title, severity, why, fix, sources, blames }: Rule): string {
  const links = sources.map((source) => `[${source.title}](${source.url})`).join(' · ');
  return `
## ${id}

**${title}** (\`${severity}\`)

${why} ${fix}${blames === undefined ? '' : ' Of the servers of a known provider it is told only where the login failed.'}

${trapLines(id)}

${links === '' ? 'No source.' : links}
`;
}

/** The traps of a rule, each with what its fixture shows. */
function trapLines(id: string): string {
  const test = readFileSync(join(folder, `${id}.test.ts`), 'utf8');
  const silent = test.indexOf('\n  silent: {');
  return (rulesTraps.get(id) ?? [])
    .map((trap) => `- ${test.indexOf(`\n    '${trap}':`) < silent ? '**found**' : 'silent'}: ${trap}`)
    .join('\n');
}

/** The catalogue's checks that no rule makes, and the parts of checks that their rules leave out. */
function exclusions(): string {
  const rows = (table: Readonly<Record<string, string>>): string =>
    Object.entries(table)
      .map(([id, reason]) => `| \`${id}\` | ${reason} |\n`)
      .join('');
  return `\n## Checks that are no rule\n\n| check | it |\n|---|---|\n${rows(notRules)}
## What rules leave out\n\n| rule | without |\n|---|---|\n${rows(leftOut)}`;
}

/** The page about all rules, in the order of the alphabet. */
export function rulesPage(): string {
  const ordered = [...rules].sort((one, other) => (one.id < other.id ? -1 : 1));
  return introduction + ordered.map(section).join('') + exclusions();
}

if (isRun(import.meta.url)) writeFileSync(page, rulesPage());
