/** What redaction does with the value of a header. */
export type HeaderTreatment =
  | 'keep'
  | 'url'
  | 'trace'
  | 'host'
  | 'cookie'
  | 'set_cookie'
  | 'authorization'
  | 'challenge'
  | 'jwt'
  | 'hide';

const kept = `
  accept accept-charset accept-encoding accept-language accept-ranges access-control-allow-credentials
  access-control-allow-headers access-control-allow-methods access-control-expose-headers
  access-control-max-age access-control-request-headers access-control-request-method access-control-request-private-network
  age allow cache-control connection content-encoding content-language content-length content-type
  cross-origin-embedder-policy cross-origin-opener-policy cross-origin-resource-policy date expires keep-alive
  last-modified p3p pragma priority referrer-policy retry-after sec-ch-ua sec-ch-ua-mobile sec-ch-ua-platform
  sec-fetch-dest sec-fetch-mode sec-fetch-site sec-fetch-user server strict-transport-security te transfer-encoding
  upgrade-insecure-requests user-agent vary via x-content-type-options x-frame-options x-powered-by x-requested-with
  x-xss-protection :method :scheme :status www-authenticate-error x-ms-ests-server x-oauth-scopes
  x-accepted-oauth-scopes x-rate-limit-limit x-rate-limit-remaining x-rate-limit-reset x-ratelimit-limit
  x-ratelimit-remaining x-ratelimit-reset
`;

/** Handles by which a server's operator finds the request in the log. */
const traces = `
  x-request-id x-correlation-id request-id correlation-id x-trace-id traceparent x-ms-request-id x-ms-correlation-id
  client-request-id x-ms-client-request-id x-okta-request-id x-auth0-requestid x-amzn-requestid x-amzn-trace-id
  x-amz-cf-id cf-ray x-b3-traceid x-b3-spanid x-cloud-trace-context x-fb-trace-id x-github-request-id x-vcap-request-id
  x-ms-correlation-request-id x-slack-req-id
`;

const table: ReadonlyMap<string, HeaderTreatment> = new Map<string, HeaderTreatment>([
  ...rows(kept, 'keep'),
  ...rows(traces, 'trace'),
  ...rows(
    'access-control-allow-origin referer origin location content-location refresh :path sourcemap',
    'url',
  ),
  ...rows('host :authority', 'host'),
  ['cookie', 'cookie'],
  ['set-cookie', 'set_cookie'],
  ['authorization', 'authorization'],
  ['proxy-authorization', 'authorization'],
  ['www-authenticate', 'challenge'],
  ['proxy-authenticate', 'challenge'],
  ['dpop', 'jwt'],
  ['dpop-nonce', 'hide'],
]);

/** True for a name that a specification or a known product gives to a header. */
export function isHeaderName(name: string): boolean {
  return table.has(name.toLowerCase());
}

/** The treatment of a header; a name that no table knows is hidden. */
export function headerTreatmentOf(name: string): HeaderTreatment {
  return table.get(name.toLowerCase()) ?? 'hide';
}

function rows(list: string, treatment: HeaderTreatment): readonly (readonly [string, HeaderTreatment])[] {
  return list
    .trim()
    .split(/\s+/)
    .map((name) => [name, treatment]);
}
