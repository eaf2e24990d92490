import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../src/engine/diagnosis/rule.ts';
import { notRules } from '../src/testing/rule-catalogue.ts';
import { rules } from '../src/engine/diagnosis/rules/index.ts';
import { isRun } from './is-run.mjs';

const page = join(import.meta.dirname, '../docs/rules.md');

const introduction = `# Rules

Made by \`npm run rules\` from what each rule says of itself; a test keeps it true. A rule passes, fails, does not apply, or cannot tell;
only a failure is shown. Severity: \`error\` the login fails or is unsafe now because of it, \`warning\` it works, but a current best practice
forbids it or it will fail soon, \`info\` worth knowing. A rule may say a milder severity for a case that did no harm.
`;

function section({ id, title, severity, why, fix, sources }: Rule): string {
  const links = sources.map((source) => `[${source.title}](${source.url})`).join(' · ');
  return `
## ${id}

**${title}** (\`${severity}\`)

${why} ${fix}

${links === '' ? 'No source.' : links}
`;
}

/** The catalogue's checks that no rule makes. */
function exclusions(): string {
  const rows = Object.entries(notRules).map(([id, reason]) => `| \`${id}\` | ${reason} |`);
  return `\n## Checks that are no rule\n\n| check | it |\n|---|---|\n${rows.join('\n')}\n`;
}

/** The page about all rules, in the order of the alphabet. */
export function rulesPage(): string {
  const ordered = [...rules].sort((one, other) => (one.id < other.id ? -1 : 1));
  return introduction + ordered.map(section).join('') + exclusions();
}

if (isRun(import.meta.url)) writeFileSync(page, rulesPage());
