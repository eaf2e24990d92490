/** The members of a report that say what was concluded, without values of the run. */
interface Concluded {
  readonly flows: readonly {
    readonly kind: string;
    readonly outcome: string;
    readonly causes: readonly { readonly id: string; readonly confidence: string }[];
    readonly findings: readonly { readonly rule: string; readonly severity: string }[];
    readonly steps: readonly { readonly message: string; readonly status: number | null }[];
  }[];
}

/** True for what `linesOf` can tell of. */
export function isConcluded(report: unknown): report is Concluded {
  return typeof report === 'object' && report !== null && 'flows' in report && Array.isArray(report.flows);
}

function linesOf({ flows }: Concluded): readonly string[] {
  return flows.flatMap(({ kind, outcome, causes, findings, steps }) => [
    `**${kind}: ${outcome}**`,
    ...causes.map(({ id, confidence }) => `cause: \`${id}\`, ${confidence}`),
    ...findings.map(({ rule, severity }) => `finding: \`${rule}\`, ${severity}`),
    ...steps.map(({ message, status }) => `step: \`${message}\`, ${status ?? 'no answer'}`),
  ]);
}

/** A login's section of docs/firefox-reports.md: what the reports of both browsers say, line beside line. */
export function sectionOf(title: string, chromium: Concluded, firefox: Concluded): string {
  const [left, right] = [linesOf(chromium), linesOf(firefox)];
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    return `| ${left[at] ?? ''} | ${right[at] ?? ''} |\n`;
  });
  return `## ${title}\n\n| Chromium | Firefox |\n|---|---|\n${rows.join('')}`;
}
