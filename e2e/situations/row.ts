/** What a channel may deliver of one message. */
export type Part = 'request' | 'headers' | 'body' | 'status' | 'answer';

/** The parts in order; 'not always' where the browser itself gives them only sometimes, and nothing is asserted. */
export type Delivered = readonly Part[] | 'not always';

/** All that webRequest can give. */
export const allOfRequest: Delivered = ['request', 'headers', 'body', 'status'];

/** All that another channel gives: the log takes headers from webRequest alone. */
export const withAnswer: Delivered = ['request', 'body', 'status', 'answer'];

/** What the report says of a login whose token request repeats another redirect_uri. */
export const wrongRedirectUri = ['failed: redirect_uri_mismatch_at_token'] as const;

/** What each channel delivered of a message, and what the report says of its login. */
export interface Expected {
  readonly web_request: Delivered;
  readonly devtools_network: Delivered;
  readonly page_hook: Delivered;
  /** One for each flow: its outcome, and the first cause of a failure. */
  readonly report: readonly string[];
}

/** One row of docs/capture.md. */
export interface Row extends Expected {
  /** The spec's file without its ending. */
  readonly spec: string;
  /** The test's own title. */
  readonly situation: string;
  /** The message that the cells are about. */
  readonly about: string;
}

/** The row as the page has it. */
export function lineOf({ spec, situation, about, report, ...row }: Row): string {
  const cells = [row.web_request, row.devtools_network, row.page_hook].map(cellOf);
  const verdicts = report.length === 0 ? 'no login' : report.join('; ');
  return `| ${[situation, about, ...cells, verdicts, `\`${spec}\``].join(' | ')} |`;
}

function cellOf(delivered: Delivered): string {
  if (delivered === 'not always') return delivered;
  return delivered.length === 0 ? '—' : delivered.join(', ');
}
