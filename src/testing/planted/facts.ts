import type { Exchange } from '../../engine/http/exchange.ts';
import { jws } from './encodings.ts';
import { fromTraceText } from '../trace-text.ts';

const tenant = '9f3c2a6e-1b7d-4c5e-8a90-b1c2d3e4f506';
const client = '6731de76-14a6-49ae-97bc-6eba6914391e';
/** A token whose claims are about nobody but for `sub`. */
export const idToken = jws(
  {
    iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
    aud: client,
    azp: client,
    tid: tenant,
    exp: 1_800_003_600,
    iat: 1_800_000_000,
    nbf: 1_799_999_700,
    auth_time: 1_799_999_000,
    acr: 'urn:mace:incommon:iap:silver',
    amr: ['pwd', 'mfa'],
    ver: '2.0',
    scp: 'User.Read',
    sub: 'AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ',
  },
  'c2lnbmF0dXJlLXNpZ25hdHVyZS1zaWduYXR1cmU',
  { typ: 'JWT', alg: 'RS256', kid: 'nOo3ZDrODXEK1jKWhXslHR_KXEg' },
);

/** Traffic of many servers, with what support needs in it. */
export const factTraffic: readonly Exchange[] = fromTraceText(`
GET https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize?client_id=${client}&response_type=code&response_mode=form_post&redirect_uri=https%3A%2F%2Fapp.contoso.com%2Fauth%2Fcb&scope=openid%20profile%20api%3A%2F%2F${client}%2FFiles.Read&prompt=select_account&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&state=abc123def456ghi&domain_hint=contoso.com&ui_locales=de-DE&acr_values=urn%3Aokta%3Aloa%3A2fa%3Aany&max_age=600&resource=https%3A%2F%2Fgraph.microsoft.com -> 302 https://app.contoso.com/auth/cb?error=invalid_request&error_description=AADSTS50011%3A%20The%20redirect%20URI%20%27https%3A%2F%2Fapp.contoso.com%2Fauth%2Fcb%27%20specified%20in%20the%20request%20does%20not%20match.%20Trace%20ID%3A%200d1d9e2c-5a53-4c8f-9d4b-9c7b3a5d2a00%20Correlation%20ID%3A%205d2c8f4e-94e7-4b36-8a6e-6a2c2a5ce8f1%20Timestamp%3A%202027-01-15%2008%3A00%3A01Z&error_uri=https%3A%2F%2Flogin.microsoftonline.com%2Ferror%3Fcode%3D50011&iss=https%3A%2F%2Flogin.microsoftonline.com%2F${tenant}%2Fv2.0
POST https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token [Origin: https://app.contoso.com] [User-Agent: MSAL.JS/3.11.0] [Content-Type: application/x-www-form-urlencoded] [x-client-SKU: msal.js] grant_type=authorization_code&client_id=${client}&code=0.AXoA-b7e8f9a0b1c2d3e4f5&redirect_uri=https%3A%2F%2Fapp.contoso.com%2Fauth%2Fcb%2F&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer -> 401 [x-ms-request-id: 1c3a5e7f-9b2d-4f60-8a1c-3e5d7f9b1d00] [x-ms-ests-server: 2.1.19005.9] [Cache-Control: no-store] [Retry-After: 120] [Date: Fri, 15 Jan 2027 08:00:02 GMT] [Strict-Transport-Security: max-age=31536000] {"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${client}'.","error_codes":[7000215],"timestamp":"2027-01-15 08:00:02Z","trace_id":"7f8e9d0c-1b2a-4c3d-9e8f-7a6b5c4d3e00","correlation_id":"11d2c3b4-a596-4788-9a9b-acbdcedfe0f1","suberror":"client_secret_mismatch"}
POST https://dev-12345678.okta.com/oauth2/aus1a2b3c4d5e6f7g8h9/v1/token [Authorization: Basic MG9hMWIyYzNkNGU1ZjZnN2g4aTk6c2VjcmV0LXNlY3JldC1zZWNyZXQtMTIz] grant_type=refresh_token&refresh_token=rt-0a1b2c3d4e5f6a7b8c9d -> 400 [x-okta-request-id: ZaBcDeFgHiJkLmNoPqRsTuVwXyZ] {"errorCode":"E0000021","errorSummary":"HTTP media type not supported exception","errorId":"oaeQWERTYuiop"}
GET https://kc.example.com/realms/my-shop/.well-known/openid-configuration -> 200 {"issuer":"https://kc.example.com/realms/my-shop","token_endpoint":"https://kc.example.com/realms/my-shop/protocol/openid-connect/token","jwks_uri":"https://kc.example.com/realms/my-shop/protocol/openid-connect/certs","grant_types_supported":["authorization_code","refresh_token"],"token_endpoint_auth_methods_supported":["client_secret_basic","private_key_jwt"],"code_challenge_methods_supported":["plain","S256"],"id_token_signing_alg_values_supported":["RS256","ES256"]}
GET https://kc.example.com/realms/my-shop/protocol/openid-connect/certs -> 200 {"keys":[{"kid":"JqX2n-8zYw0kRtVb5LmPcA","kty":"RSA","alg":"RS256","use":"sig","n":"sXchOa1b2c3d4e5f6g7h8i9j0","e":"AQAB"}]}
POST https://kc.example.com/realms/my-shop/protocol/openid-connect/token grant_type=authorization_code&client_id=shop-web&code=f1e2d3c4-b5a6-4978-8a9b-0c1d2e3f4a5b.9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a.1a2b3c4d -> 200 {"access_token":"opaque-9f8e7d6c5b4a3928","id_token":"${idToken}","token_type":"Bearer","expires_in":300,"refresh_expires_in":1800,"scope":"openid profile email","not-before-policy":0}
GET https://api.contoso.com/v1/orders [Authorization: Bearer ${idToken}] -> 403 [WWW-Authenticate: Bearer realm="api", error="insufficient_scope", scope="orders:write", resource_metadata="https://api.contoso.com/.well-known/oauth-protected-resource"] {"message":"Missing scope orders:write"}
GET https://tenant-1.eu.auth0.com/authorize?client_id=iOlXkM3aBcDeFgHiJkLmNoPqRsTuVwXy&audience=https%3A%2F%2Fapi.example.com&response_type=code&redirect_uri=com.example.app%3A%2F%2Fcallback -> 400 <html><title>Oops!, something went wrong</title><body><h1>Callback URL mismatch.</h1><p>The provided redirect_uri is not in the list of allowed callback URLs.</p><p>Error: unauthorized_client</p></body></html>
GET https://accounts.google.com/o/oauth2/v2/auth?client_id=407408718192-abc.apps.googleusercontent.com&access_type=offline&include_granted_scopes=true&redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Foauth%2Fcallback&response_type=code -> 400 <html><p>Error 400: redirect_uri_mismatch</p></html>
POST https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI/oauth2/token grant_type=client_credentials -> 429 [x-amzn-requestid: 2b0f9a3e-8c7d-4e6f-a5b4-c3d2e1f0a9b8] {"error":"too_many_requests"}
POST https://down.example.com/token grant_type=device_code -> net::ERR_NAME_NOT_RESOLVED
`);

/** What support needs, with the words by which it is found. */
export const facts: readonly (readonly [fact: string, words: string])[] = [
  ['tenant in a path', `login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize`],
  ['client_id, a GUID', client],
  ['response_type', 'response_type=code'],
  ['response_mode', 'response_mode=form_post'],
  ['redirect_uri', 'redirect_uri=https://app.contoso.com/auth/cb&'],
  ['redirect_uri with a slash more', 'redirect_uri=https://app.contoso.com/auth/cb/&'],
  ['scopes', `scope=openid profile api://${client}/Files.Read`],
  ['prompt', 'prompt=select_account'],
  ['code_challenge_method', 'code_challenge_method=S256'],
  ['domain_hint', 'domain_hint=contoso.com'],
  ['ui_locales', 'ui_locales=de-DE'],
  ['acr_values', 'acr_values=urn:okta:loa:2fa:any'],
  ['max_age', 'max_age=600'],
  ['resource', 'resource=https://graph.microsoft.com'],
  ['error in a redirect', 'error=invalid_request'],
  ['AADSTS code in a redirect', 'AADSTS50011: The redirect URI'],
  [
    'address quoted in an error text',
    "'https://app.contoso.com/auth/cb' specified in the request does not match",
  ],
  ['trace id in an error text', 'Trace ID: 0d1d9e2c-5a53-4c8f-9d4b-9c7b3a5d2a00'],
  ['correlation id in an error text', 'Correlation ID: 5d2c8f4e-94e7-4b36-8a6e-6a2c2a5ce8f1'],
  ['time in an error text', 'Timestamp: 2027-01-15 08:00:01Z'],
  ['error_uri', 'error_uri=https://login.microsoftonline.com/error?code='],
  ['iss in a redirect', `iss=https://login.microsoftonline.com/${tenant}/v2.0`],
  ['origin', 'https://app.contoso.com'],
  ['user agent', 'MSAL.JS/3.11.0'],
  ['content type', 'application/x-www-form-urlencoded'],
  ['grant_type', 'grant_type=authorization_code'],
  ['client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'],
  ['request id header', '1c3a5e7f-9b2d-4f60-8a1c-3e5d7f9b1d00'],
  ['server version header', '2.1.19005.9'],
  ['cache control', 'no-store'],
  ['retry after', '"120"'],
  ['date', 'Fri, 15 Jan 2027 08:00:02 GMT'],
  ['transport security', 'max-age=31536000'],
  ['error', '"error":"invalid_client"'],
  [
    'error text',
    'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app',
  ],
  ['client_id quoted in an error text', `app '${client}'`],
  ['error codes', '"error_codes":[7000215]'],
  ['timestamp member', '"timestamp":"2027-01-15 08:00:02Z"'],
  ['trace id', '7f8e9d0c-1b2a-4c3d-9e8f-7a6b5c4d3e00'],
  ['correlation id', '11d2c3b4-a596-4788-9a9b-acbdcedfe0f1'],
  ['suberror', 'client_secret_mismatch'],
  ['status', '401'],
  ['host of a trial', 'dev-12345678.okta.com'],
  ['authorization server id', 'okta.com/oauth2/aus1a2b3c4d5e6f7g8h9/v1/token'],
  ['Okta request id', 'ZaBcDeFgHiJkLmNoPqRsTuVwXyZ'],
  ['Okta error code', 'E0000021'],
  ['Okta error text', 'HTTP media type not supported exception'],
  ['Okta error id', 'oaeQWERTYuiop'],
  ['realm', 'kc.example.com/realms/my-shop/.well-known/openid-configuration'],
  ['issuer of discovery', '"issuer":"https://kc.example.com/realms/my-shop"'],
  ['token endpoint of discovery', 'https://kc.example.com/realms/my-shop/protocol/openid-connect/token'],
  ['methods of discovery', '["client_secret_basic","private_key_jwt"]'],
  ['challenge methods of discovery', '["plain","S256"]'],
  ['key id', '"kid":"JqX2n-8zYw0kRtVb5LmPcA"'],
  ['key type and algorithm', '"kty":"RSA","alg":"RS256","use":"sig"'],
  ['lifetime', '"expires_in":300'],
  ['refresh lifetime', '"refresh_expires_in":1800'],
  ['granted scope', '"scope":"openid profile email"'],
  ['token type', '"token_type":"Bearer"'],
  ['challenge error', 'error="insufficient_scope"'],
  ['challenge scope', 'scope="orders:write"'],
  ['resource metadata', 'resource_metadata="https://api.contoso.com/.well-known/oauth-protected-resource"'],
  ['API message', 'Missing scope orders:write'],
  ['Auth0 client_id', 'iOlXkM3aBcDeFgHiJkLmNoPqRsTuVwXy'],
  ['audience', 'audience=https://api.example.com'],
  ['private-use redirect', 'redirect_uri=com.example.app://callback'],
  ['page title', 'Oops!, something went wrong'],
  ['page heading', 'Callback URL mismatch.'],
  ['page text', 'The provided redirect_uri is not in the list of allowed callback URLs.'],
  ['Google client_id', '407408718192-abc.apps.googleusercontent.com'],
  ['access_type', 'access_type=offline'],
  ['loopback redirect with port', 'redirect_uri=http://127.0.0.1:8080/oauth/callback'],
  ['Google error', 'Error 400: redirect_uri_mismatch'],
  ['user pool', 'amazonaws.com/eu-west-1_AbCdEfGhI/oauth2/token'],
  ['AWS request id', '2b0f9a3e-8c7d-4e6f-a5b4-c3d2e1f0a9b8'],
  ['network error', 'net::ERR_NAME_NOT_RESOLVED'],
];
