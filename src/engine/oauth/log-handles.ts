/** Headers by which an authorization server or what stands before it names a request in its log. */
export const logHeaders: readonly string[] = [
  'x-ms-request-id',
  'x-ms-correlation-request-id',
  'client-request-id',
  'x-okta-request-id',
  'x-auth0-requestid',
  'x-request-id',
  'x-correlation-id',
  'x-amzn-requestid',
  'x-amzn-trace-id',
  'x-github-request-id',
  'x-slack-req-id',
  'cf-ray',
  'traceparent',
];

/** Members of an error answer that do the same. */
export const logMembers: readonly string[] = [
  'trace_id',
  'correlation_id',
  'errorId',
  'request_id',
  'requestId',
  'fbtrace_id',
  'timestamp',
];
