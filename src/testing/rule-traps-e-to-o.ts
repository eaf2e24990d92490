/** Traps of the rules from E to O (see `rule-traps.ts`). */
export const trapsEToO: Readonly<Record<string, readonly string[]>> = {
  'endpoint-throttled-or-5xx': ['the server fails, whatever else is wrong', 'too many requests'],
  'endpoint-unreachable': [
    'the user left the page',
    'the page gave up',
    'the preflight proves CORS',
    'it may be CORS as well',
  ],
  'error-nonstandard-shape': ['an API has its own rules'],
  'error-response-decoded': [
    'a device polls',
    'the server asks for its nonce first',
    'a silent check says login_required',
    'the user said no',
  ],
  'formpost-cookie-lost': ['the cookie came (two minutes of grace)', 'the headers were not captured'],
  'grant-implicit-used': ['an ID token only', 'a code and an ID token'],
  'grant-not-allowed-for-client': [
    'Keycloak means the credentials',
    'a server that answers the code alone (Spring)',
  ],
  'grant-password-used': ['an app’s own login in JSON'],
  'grant-type-unsupported': ['metadata leaves refresh_token out', 'an extension that the server knows'],
  'id-token-as-access-token': ['an API that wants ID tokens', 'an access token whose audience is the client'],
  'id-token-aud-azp': ['a native app gets a token for its server'],
  'id-token-auth-context-unmet': [
    'nothing was asked',
    'prompt=login without auth_time, which nobody has to send',
  ],
  'id-token-hash-mismatch': [
    'the access token of another answer',
    'the state of the request (FAPI 1.0 Advanced, 5.2.2.1)',
  ],
  'id-token-issuer-mismatch': [
    'Google without a scheme',
    'a template for every tenant (Entra ID)',
    'the ID token is encrypted',
  ],
  'id-token-missing': ['a refresh brings none', 'plain OAuth', 'openid was forgotten'],
  'id-token-tenant-mismatch': [
    'a tenant’s name and its GUID',
    'a guest signs in at the tenant that was asked for',
    'a private account has no domain',
  ],
  'insufficient-scope': ['a 403 without a challenge is the API’s own'],
  'jar-request-object-invalid': [
    'parameters beside it that it does not have (OpenID Connect joins them)',
    'a copy outside differs',
    'it is encrypted',
  ],
  'jarm-invalid': ['it is encrypted', 'an error is signed as well'],
  'jwks-invalid': ['keys for encryption are normal', 'several keys are a rotation'],
  'jwt-access-token-profile': ['a JWT of no such type is opaque'],
  'jwt-signature-invalid': [
    'an access token is another party’s',
    'a client with a secret',
    'an encrypted token',
  ],
  'jwt-time-or-clock-skew': [
    'the answer came out of a cache',
    'a fresh ID token',
    'a difference of some seconds',
  ],
  'logout-request-rejected': [
    'an old id_token_hint is taken',
    'the server asks the user first',
    'a logout endpoint of the vendor’s own (Auth0)',
  ],
  'logout-tokens-still-used': ['another tab was under way', 'the access token alone was revoked'],
  'metadata-issuer-mismatch': [
    'a template for many tenants',
    'a policy in the query and the path (Azure AD B2C)',
  ],
  'metadata-unreachable': [
    'the second address has it',
    'the client registers at an endpoint that it guesses',
    'it was not modified since',
    'a redirect leads on',
  ],
  'mixup-no-defence': [
    'a redirect_uri of its own for each',
    'a broker is answered by two servers',
    'two names that may be of one server',
  ],
  'nonce-mismatch': ['a refreshed token has none', 'a refreshed token repeats it'],
  'nonce-missing': ['optional with a code'],
};
