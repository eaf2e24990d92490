/** Every check that a tool like this could make; each is a rule of ours, or stands in `notRules` with the reason. */
export const catalogue: readonly string[] = `
  access-token-in-query access-token-rejected access-token-wrong-audience as-307-redirect
  as-mismatch-authorize-token as-reports-wrong-tenant authorization-details-invalid authorization-endpoint-fetched
  authorization-header-stripped authorization-loop authorization-page-framable callback-leaks-credentials
  callback-origin-differs callback-url-not-cleaned ciba-flow-error client-assertion-invalid
  client-auth-method-unsupported client-auth-missing client-auth-multiple-methods client-basic-malformed
  client-id-mismatch client-not-registered client-platform-mismatch client-registration-failed
  client-secret-expired client-secret-exposed client-secret-rejected client-secret-suspicious code-altered
  code-delivered-twice code-never-redeemed code-redeemed-concurrently code-redeemed-late code-reused
  credential-sent-to-wrong-party csp-blocks-flow csrf-no-protection device-flow-ended device-polling-too-fast
  device-response-incomplete dpop-downgrade dpop-key-mismatch dpop-nonce-loop dpop-nonce-not-exposed
  dpop-proof-invalid duplicate-parameter endpoint-throttled-or-5xx endpoint-unreachable error-nonstandard-shape
  error-response-decoded fedcm-failed formpost-cookie-lost grant-implicit-used grant-not-allowed-for-client
  grant-password-used grant-type-unsupported id-token-as-access-token id-token-aud-azp id-token-auth-context-unmet
  id-token-hash-mismatch id-token-issuer-mismatch id-token-missing id-token-tenant-mismatch insufficient-scope
  jar-request-object-invalid jarm-invalid jwks-invalid jwt-access-token-profile jwt-kid-not-found
  jwt-signature-invalid jwt-time-or-clock-skew logout-request-rejected logout-token-invalid
  logout-tokens-still-used metadata-incomplete metadata-issuer-mismatch metadata-unreachable mixup-no-defence
  nonce-mismatch nonce-missing par-request-uri-invalid par-required-not-used pii-in-front-channel
  pkce-challenge-reused pkce-missing pkce-not-enforced pkce-plain pkce-unbalanced pkce-verifier-format
  pkce-verifier-mismatch popup-severed-or-closed public-client-sends-credentials redirect-uri-insecure-scheme
  redirect-uri-landing-differs redirect-uri-loopback-name-vs-ip redirect-uri-malformed
  redirect-uri-missing-at-token redirect-uri-not-registered redirect-uri-open-redirector
  redirect-uri-rejected-by-as redirect-uri-token-mismatch refresh-grant-revoked refresh-interaction-required
  refresh-loop refresh-not-attempted refresh-not-rotated refresh-token-expired refresh-token-not-issued
  refresh-token-replayed refresh-wrong-client-or-issuer regression-vs-last-success repro-request
  resource-metadata-invalid resource-target-invalid response-iss-invalid response-type-unsupported scope-excessive
  scope-invalid scope-reduced server-log-handles session-iframe-blocked silent-auth-blocked-in-frame
  silent-auth-needs-interaction state-mismatch state-reused-or-weak step-up-required subject-continuity
  tenant-sibling-authorize-token token-endpoint-cors-blocked token-endpoint-not-json token-endpoint-redirected
  token-in-js-storage token-long-lived token-over-http token-request-malformed token-response-cacheable
  token-response-malformed tokens-in-front-channel unsolicited-response web-message-origin
`
  .trim()
  .split(/\s+/);

/** Checks that are no rule, and why; the reason goes on after “it”. */
export const notRules: Readonly<Record<string, string>> = {
  'authorization-page-framable':
    'reads frame-ancestors in the page’s policy, which redaction removes, so that a shared file would accuse a server that is in order',
  'callback-url-not-cleaned':
    'reads the address bar some seconds later; traffic shows only the address that was loaded',
  'fedcm-failed':
    'is the verdict of a FedCM flow itself: the error that the identity provider’s assertion endpoint answered',
  'jwt-kid-not-found':
    'is said beside the token by the check of signatures (`src/engine/signatures.ts`), which is asynchronous and needs the keys document that is loaded after the token',
  'logout-token-invalid': 'travels between servers only, and is no message that the product reads',
  'metadata-incomplete':
    'would accuse servers whose document leaves out what this login does not need; what a document contradicts is said by the rules about issuer, PAR, PKCE and methods',
  'pii-in-front-channel':
    'what is personal is what redaction removes, so that a shared file would say the contrary; `login_hint` is a standard parameter',
  'repro-request': 'is an action: Copy as curl, in the panel’s copy menu and `--format curl`',
  'session-iframe-blocked':
    'reads the page’s policy, which redaction removes; that a frame is sent no cookies is the browser’s own rule',
  'token-in-js-storage':
    'reads what a page stores, which the product does not; tokens in URLs are `tokens-in-front-channel`',
  'web-message-origin':
    'reads the scripts of pages; redaction removes them, so that a shared file could not show it',
};

/** What a check of the catalogue guards against or looks at, and its rule here has no use for, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'callback-leaks-credentials':
    'files of the page’s own site (CDN): what a page loads is not recorded, so that no Referer is judged; the rule reads the page’s own policy',
  'client-secret-expired':
    'a secret that will expire within 14 days: where a registration in the same log gives so short a life, it is meant',
  'credential-sent-to-wrong-party':
    'the search of all bodies for a credential: only whole values are compared, where a code or a token stands',
  'unsolicited-response':
    'the return to a native app: a browser does not see what it hands over to another program',
};
