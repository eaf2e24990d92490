import type { Cause, Evidence, Finding, FlowReport, Proof, Report, Verdict } from '../diagnosis/report.ts';
import type { Authority } from '../providers/authority.ts';

type Show = (text: string) => string;

/** The report with every text that may quote traffic passed through `show`. */
export function redactReport(report: Report, show: Show): Report {
  return { flows: report.flows.map((flow) => redactFlow(flow, show)) };
}

function redactFlow(flow: FlowReport, show: Show): FlowReport {
  return {
    ...flow,
    authority: redactAuthority(flow.authority, show),
    clientId: maybe(flow.clientId, show),
    verdict: redactVerdict(flow.verdict, show),
    findings: flow.findings.map((finding) => redactFinding(finding, show)),
    unseen: flow.unseen.map(({ id, sentence }) => ({ id, sentence: show(sentence) })),
    steps: flow.steps.map((step) => ({ ...step, authority: redactAuthority(step.authority, show) })),
  };
}

function redactVerdict(verdict: Verdict, show: Show): Verdict {
  const { outcome, sentence, answer, causes, ruledOut } = verdict;
  return {
    outcome,
    sentence: show(sentence),
    answer: answer === undefined ? undefined : { ...answer, error: maybe(answer.error, show) },
    causes: causes.map((cause) => redactCause(cause, show)),
    ruledOut: ruledOut.map(({ label, reason }) => ({ label: show(label), reason: show(reason) })),
  };
}

function redactCause(cause: Cause, show: Show): Cause {
  return {
    ...cause,
    sentence: show(cause.sentence),
    evidence: cause.evidence.map((evidence) => redactEvidence(evidence, show)),
    proof: cause.proof === undefined ? undefined : redactProof(cause.proof, show),
    fix: show(cause.fix),
    decidedBy: maybe(cause.decidedBy, show),
  };
}

function redactFinding(finding: Finding, show: Show): Finding {
  return {
    ...finding,
    title: show(finding.title),
    why: show(finding.why),
    evidence: finding.evidence.map((evidence) => redactEvidence(evidence, show)),
    fix: show(finding.fix),
  };
}

function redactProof(proof: Proof, show: Show): Proof {
  const row = <Row extends { readonly label: string; readonly at: Evidence }>(each: Row): Row => ({
    ...each,
    label: show(each.label),
    at: redactEvidence(each.at, show),
  });
  switch (proof.kind) {
    case 'values':
      return { ...proof, rows: proof.rows.map(row), difference: maybe(proof.difference, show) };
    case 'authorities':
      return {
        ...proof,
        rows: proof.rows.map((each) => ({ ...row(each), authority: show(each.authority) })),
      };
    case 'attempts':
      return { ...proof, rows: proof.rows.map((each) => ({ ...row(each), result: show(each.result) })) };
    case 'age':
    case 'answer':
      return { ...proof, rows: proof.rows.map(row) };
  }
}

/** The name of a parameter may carry something as well. */
function redactEvidence({ exchange, part, name }: Evidence, show: Show): Evidence {
  return { exchange, part, name: show(name) };
}

function redactAuthority(authority: Authority, show: Show): Authority {
  const { provider, providerName, tenant, issuer, host } = authority;
  return {
    provider,
    providerName: show(providerName),
    tenant: maybe(tenant, show),
    issuer: maybe(issuer, show),
    host: show(host),
  };
}

function maybe(text: string | undefined, show: Show): string | undefined {
  return text === undefined ? undefined : show(text);
}
