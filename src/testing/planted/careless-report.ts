import type { Evidence, FlowReport, Report } from '../../engine/diagnosis/report.ts';
import type { Exchange } from '../../engine/http/exchange.ts';
import { failedFlow } from '../failed-login.ts';

/** A report with a flow for each exchange, all of them careless; between them they quote every value. */
export function carelessReport(exchanges: readonly Exchange[], values: readonly string[]): Report {
  return {
    flows: exchanges.map((_, index) =>
      carelessFlow(
        values.filter((__, place) => place % exchanges.length === index),
        index,
      ),
    ),
  };
}

/** A flow whose every text quotes secrets and whose proof points at parts that hold some: worse than any real one. */
function carelessFlow(secrets: readonly string[], index: number): FlowReport {
  const quote = secrets
    .map((secret) => `The value "${secret}" is wrong (${encodeURIComponent(secret)})`)
    .join(', ');
  const [secret = ''] = secrets;
  const exchange = `p${index}`;
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

  function pointer(part: Evidence['part'], name: string): Evidence {
    return { exchange, part, name };
  }

  return {
    ...failedFlow,
    authority,
    clientId: secret,
    verdict: { ...failedFlow.verdict, sentence: quote, causes, ruledOut: [{ label: quote, reason: quote }] },
    findings: failedFlow.findings.map((finding) => ({ ...finding, title: quote, why: quote, fix: quote })),
    unseen: [{ id: 'body_unavailable', sentence: quote }],
    steps: failedFlow.steps.map((step) => ({
      ...step,
      exchange,
      authority: { ...authority, host: `${index}.test` },
    })),
  };
}
