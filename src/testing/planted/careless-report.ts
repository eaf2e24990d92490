import type { Evidence, Finding, FlowReport, Report } from '../../engine/diagnosis/report.ts';
import type { Exchange } from '../../engine/http/exchange.ts';
import { jsonOf } from '../../engine/http/reading.ts';
import { failedFlow } from '../failed-login.ts';

/** A report with a flow for each exchange, all of them careless; between them they quote every value. */
export function carelessReport(exchanges: readonly Exchange[], values: readonly string[]): Report {
  return {
    flows: exchanges.map((exchange, index) =>
      carelessFlow(
        values.filter((_, place) => place % exchanges.length === index),
        exchange,
        index,
      ),
    ),
  };
}

/** A flow whose every text quotes secrets and whose evidence points at parts that hold some: worse than any real one. */
function carelessFlow(secrets: readonly string[], captured: Exchange, index: number): FlowReport {
  const quote = secrets
    .map((secret) => `The value "${secret}" is wrong (${encodeURIComponent(secret)})`)
    .join(', ');
  const [secret = ''] = secrets;
  const exchange = captured.id;
  const parts = ['url', 'redirect', 'response_body', 'network_error'] as const;
  const headers = ['Cookie', 'Referer', 'Authorization', 'User-Agent'].map((name) =>
    pointer('request_header', name),
  );
  const fields = ['code', 'state', 'error_description', 'list'].flatMap((name) => [
    pointer('query', name),
    pointer('form', name),
    pointer('response_json', name),
  ]);
  const rows = [...parts.map((part) => pointer(part, '')), ...headers, ...fields].map((at) => ({
    label: quote,
    at,
  }));
  const authority = {
    ...failedFlow.authority,
    tenant: secret,
    issuer: `https://op.test/${encodeURIComponent(secret)}`,
  };
  const proof = { kind: 'answer', rows: rows.filter((_, row) => row % 3 === index % 3) } as const;
  const [cause] = failedFlow.verdict.causes;
  const causes =
    cause === undefined ? [] : [{ ...cause, sentence: quote, proof, fix: quote, decidedBy: quote }];

  const answered = [
    ...captured.responseHeaders.map(({ name }) => pointer('response_header', name)),
    ...Object.keys(jsonOf(captured.responseBody) ?? {}).map((name) => pointer('response_json', name)),
  ];
  const quoted = (rule: string, evidence: readonly Evidence[]): readonly Finding[] =>
    failedFlow.findings.map((finding) => ({
      ...finding,
      rule,
      title: quote,
      why: quote,
      fix: quote,
      evidence,
    }));

  function pointer(part: Evidence['part'], name: string): Evidence {
    return { exchange, part, name };
  }

  return {
    ...failedFlow,
    authority,
    clientId: secret,
    verdict: { ...failedFlow.verdict, sentence: quote, causes, ruledOut: [{ label: quote, reason: quote }] },
    findings: [
      ...quoted('error-response-decoded', [pointer('status', ''), ...answered.slice(index % 3)]),
      ...quoted('server-log-handles', answered),
    ],
    unseen: [{ id: 'body_unavailable', sentence: quote }],
    steps: failedFlow.steps.map((step) => ({
      ...step,
      exchange,
      authority: { ...authority, host: `${index}.test` },
    })),
  };
}
