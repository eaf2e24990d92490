import type { Cause, Evidence, Finding, FlowReport, Step } from '../diagnosis/report.ts';
import type { Shareable } from './shareable.ts';

/** The version of the JSON that `toReportJson` writes; its schema is docs/report.schema.json. */
export const reportVersion = 1;

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

/** Writes the report of a session in the terms of the contract. */
export function toReportJson({ report, sources }: Shareable): ReportJson {
  return {
    format: 'grantscope.report',
    version: reportVersion,
    sources,
    flows: report.flows.map(flowJson),
  };
}

function flowJson(flow: FlowReport): FlowJson {
  const { authority } = flow;
  return {
    id: flow.id,
    kind: flow.kind,
    parent: flow.parent ?? null,
    provider: authority.provider,
    tenant: authority.tenant ?? null,
    issuer: authority.issuer ?? null,
    client_id: flow.clientId ?? null,
    pkce: flow.pkce,
    outcome: flow.verdict.outcome,
    causes: flow.verdict.causes.map(causeJson),
    findings: flow.findings.map(findingJson),
    unseen: flow.unseen.map(({ id, sentence }) => ({ id, sentence })),
    steps: flow.steps.map(stepJson),
  };
}

function causeJson(cause: Cause): FlowJson['causes'][number] {
  const { id, confidence, evidence, fix } = cause;
  return { id, confidence, evidence: evidenceJson(evidence), fix };
}

function findingJson(finding: Finding): FlowJson['findings'][number] {
  const { rule, severity, title, evidence, fix, sources } = finding;
  return {
    rule,
    severity,
    title,
    evidence: evidenceJson(evidence),
    fix,
    sources: sources.map((source) => ({ title: source.title, url: source.url })),
  };
}

function stepJson(step: Step): FlowJson['steps'][number] {
  const { exchange, message, at, status, authority } = step;
  return {
    exchange,
    message,
    at,
    status: status ?? null,
    authority: {
      provider: authority.provider,
      tenant: authority.tenant ?? null,
      host: authority.host,
    },
  };
}

function evidenceJson(evidence: readonly Evidence[]): readonly EvidenceJson[] {
  return evidence.map(({ exchange, part, name }) => ({ exchange, part, name }));
}
