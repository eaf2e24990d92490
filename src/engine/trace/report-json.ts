import type { Cause, Evidence, Finding, FlowReport, Report, Step } from '../diagnosis/report.ts';

/** The version of the JSON that `toReportJson` writes; its schema is docs/report.schema.json. */
export const reportVersion = 1;

/** Hides what is secret in a text; the redactor's `text`, or the identity when values are revealed on purpose. */
export type ShowText = (text: string) => string;

/** Evidence as written in a file. */
export interface EvidenceJson {
  readonly exchange: string;
  readonly part: string;
  readonly name: string;
}

/** One flow of the JSON contract. */
export interface FlowJson {
  readonly id: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly provider: string;
  readonly tenant: string | null;
  readonly issuer: string | null;
  readonly client_id: string | null;
  readonly pkce: string;
  readonly outcome: string;
  readonly causes: readonly {
    readonly id: string;
    readonly confidence: string;
    readonly evidence: readonly EvidenceJson[];
    readonly fix: string;
  }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly title: string;
    readonly evidence: readonly EvidenceJson[];
    readonly fix: string;
    readonly sources: readonly { readonly title: string; readonly url: string }[];
  }[];
  readonly unseen: readonly { readonly id: string; readonly sentence: string }[];
  readonly steps: readonly {
    readonly exchange: string;
    readonly message: string;
    /** Unix milliseconds. */
    readonly at: number;
    readonly status: number | null;
    readonly authority: {
      readonly provider: string;
      readonly tenant: string | null;
      readonly host: string;
    };
  }[];
}

/** The report as a contract for other programs. */
export interface ReportJson {
  readonly format: 'grantscope.report';
  readonly version: typeof reportVersion;
  readonly sources: readonly string[];
  readonly flows: readonly FlowJson[];
}

/** Writes a report in the terms of the contract; every text that may quote traffic goes through `show`. */
export function toReportJson(report: Report, sources: readonly string[], show: ShowText): ReportJson {
  return {
    format: 'grantscope.report',
    version: reportVersion,
    sources,
    flows: report.flows.map((flow) => flowJson(flow, show)),
  };
}

function flowJson(flow: FlowReport, show: ShowText): FlowJson {
  const { authority } = flow;
  return {
    id: flow.id,
    kind: flow.kind,
    parent: flow.parent ?? null,
    provider: authority.provider,
    tenant: shown(authority.tenant, show),
    issuer: shown(authority.issuer, show),
    client_id: shown(flow.clientId, show),
    pkce: flow.pkce,
    outcome: flow.verdict.outcome,
    causes: flow.verdict.causes.map((cause) => causeJson(cause, show)),
    findings: flow.findings.map((finding) => findingJson(finding, show)),
    unseen: flow.unseen.map(({ id, sentence }) => ({ id, sentence: show(sentence) })),
    steps: flow.steps.map((step) => stepJson(step, show)),
  };
}

function causeJson(cause: Cause, show: ShowText): FlowJson['causes'][number] {
  const { id, confidence, evidence, fix } = cause;
  return { id, confidence, evidence: evidenceJson(evidence, show), fix: show(fix) };
}

function findingJson(finding: Finding, show: ShowText): FlowJson['findings'][number] {
  const { rule, severity, title, evidence, fix, sources } = finding;
  return {
    rule,
    severity,
    title: show(title),
    evidence: evidenceJson(evidence, show),
    fix: show(fix),
    sources: sources.map((source) => ({ title: source.title, url: source.url })),
  };
}

function stepJson(step: Step, show: ShowText): FlowJson['steps'][number] {
  const { exchange, message, at, status, authority } = step;
  return {
    exchange,
    message,
    at,
    status: status ?? null,
    authority: {
      provider: authority.provider,
      tenant: shown(authority.tenant, show),
      host: show(authority.host),
    },
  };
}

function evidenceJson(evidence: readonly Evidence[], show: ShowText): readonly EvidenceJson[] {
  return evidence.map(({ exchange, part, name }) => ({ exchange, part, name: show(name) }));
}

function shown(text: string | undefined, show: ShowText): string | null {
  return text === undefined ? null : show(text);
}
