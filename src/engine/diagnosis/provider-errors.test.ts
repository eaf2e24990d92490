import { describe, expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** What each provider's token endpoint answers in a shape of its own, and the cause that must come first. */
const answers: readonly (readonly [string, string, string, string, string])[] = [
  [
    'GitHub, status 200, a form',
    'https://github.com/login/oauth/authorize',
    'https://github.com/login/oauth/access_token',
    '200 error=incorrect_client_credentials&error_description=The+client_id+and%2For+client_secret+passed+are+incorrect.',
    'client_secret_wrong',
  ],
  [
    'GitHub, status 200, JSON',
    'https://github.com/login/oauth/authorize',
    'https://github.com/login/oauth/access_token',
    '200 {"error":"redirect_uri_mismatch","error_description":"The redirect_uri MUST match the registered callback URL for this application."}',
    'redirect_uri_mismatch_at_token',
  ],
  [
    'Slack, status 200 and ok: false',
    'https://slack.com/oauth/v2/authorize',
    'https://slack.com/api/oauth.v2.access',
    '200 {"ok":false,"error":"bad_client_secret"}',
    'client_secret_wrong',
  ],
  [
    'Slack, a code used twice',
    'https://slack.com/oauth/v2/authorize',
    'https://slack.com/api/oauth.v2.access',
    '200 {"ok":false,"error":"code_already_used"}',
    'code_reused',
  ],
  [
    'Facebook, an error object',
    'https://www.facebook.com/v19.0/dialog/oauth',
    'https://graph.facebook.com/v19.0/oauth/access_token',
    '400 {"error":{"message":"Error validating client secret.","type":"OAuthException","code":1,"fbtrace_id":"A"}}',
    'client_secret_wrong',
  ],
  [
    'Facebook, another redirect_uri',
    'https://www.facebook.com/v19.0/dialog/oauth',
    'https://graph.facebook.com/v19.0/oauth/access_token',
    '400 {"error":{"message":"Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request","type":"OAuthException","code":100}}',
    'redirect_uri_mismatch_at_token',
  ],
  [
    'Keycloak, a wrong secret under another code',
    'https://sso.test/realms/a/protocol/openid-connect/auth',
    'https://sso.test/realms/a/protocol/openid-connect/token',
    '401 {"error":"unauthorized_client","error_description":"Invalid client or Invalid client credentials"}',
    'client_secret_wrong',
  ],
  [
    'Auth0, a wrong secret under another code',
    'https://acme.eu.auth0.com/authorize',
    'https://acme.eu.auth0.com/oauth/token',
    '401 {"error":"access_denied","error_description":"Unauthorized"}',
    'client_secret_wrong',
  ],
  [
    'X, a wrong verifier under invalid_request',
    'https://x.com/i/oauth2/authorize',
    'https://api.x.com/2/oauth2/token',
    '400 {"error":"invalid_request","error_description":"Value passed for the code verifier did not match the code challenge."}',
    'pkce_verifier_mismatch',
  ],
  [
    'Shopify, a used code under invalid_request',
    'https://a.myshopify.com/admin/oauth/authorize',
    'https://a.myshopify.com/admin/oauth/access_token',
    '400 {"error":"invalid_request","error_description":"The authorization code was not found or was already used"}',
    'code_reused',
  ],
  [
    'Google, a code redeemed before',
    'https://accounts.google.com/o/oauth2/v2/auth',
    'https://oauth2.googleapis.com/token',
    '400 {"error":"invalid_grant","error_description":"Code was already redeemed."}',
    'code_reused',
  ],
  [
    'Google, another redirect_uri',
    'https://accounts.google.com/o/oauth2/v2/auth',
    'https://oauth2.googleapis.com/token',
    '400 {"error":"redirect_uri_mismatch","error_description":"Bad Request"}',
    'redirect_uri_mismatch_at_token',
  ],
  [
    'Glewlwyd, a word of its own',
    'https://g.test/api/oidc/auth',
    'https://g.test/api/oidc/token',
    '403 {"error":"unauthorized_client"}',
    'client_secret_wrong',
  ],
  [
    'Zoom, reason beside error',
    'https://zoom.us/oauth/authorize',
    'https://zoom.us/oauth/token',
    '400 {"reason":"Redirect URI mismatch.","error":"invalid_request"}',
    'redirect_uri_mismatch_at_token',
  ],
  [
    'FusionAuth, error_reason',
    'https://acme.fusionauth.io/oauth2/authorize',
    'https://acme.fusionauth.io/oauth2/token',
    '400 {"error":"invalid_grant","error_description":"The request is invalid.","error_reason":"invalid_pkce_code_verifier"}',
    'pkce_verifier_mismatch',
  ],
  [
    'Okta, another authorization server',
    'https://acme.okta.com/oauth2/default/v1/authorize',
    'https://acme.okta.com/oauth2/v1/token',
    '400 {"error":"invalid_request","error_description":"The grant was issued for another authorization server."}',
    'tenant_mismatch',
  ],
  [
    'AD FS, an MSIS number',
    'https://fs.test/adfs/oauth2/authorize',
    'https://fs.test/adfs/oauth2/token',
    '400 {"error":"invalid_request","error_description":"MSIS9609: The \'redirect_uri\' parameter is invalid."}',
    'redirect_uri_mismatch_at_token',
  ],
  [
    'Salesforce, an expired code',
    'https://login.salesforce.com/services/oauth2/authorize',
    'https://login.salesforce.com/services/oauth2/token',
    '400 {"error":"invalid_grant","error_description":"expired authorization code"}',
    'code_expired',
  ],
  [
    'Spotify, a revoked refresh token',
    'https://accounts.spotify.com/authorize',
    'https://accounts.spotify.com/api/token',
    '400 {"error":"invalid_grant","error_description":"Authorization code expired"}',
    'code_expired',
  ],
];

describe('the token endpoint says it in its own way, and the cause is named', () => {
  test.each(answers)('%s', (_, authorize, token, answer, cause) => {
    const trace = fromTraceText(`
      GET ${authorize}?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=af0ifjsldkjz9q7&code_challenge=${challenge}&code_challenge_method=S256 -> 302 https://app.test/cb?code=k1&state=af0ifjsldkjz9q7
      GET https://app.test/cb?code=k1&state=af0ifjsldkjz9q7 -> 200 <p>wait</p>
      POST ${token} grant_type=authorization_code&client_id=c&client_secret=k7Gq2mZ9xW4v&code=k1&redirect_uri=https://app.test/cb&code_verifier=${verifier} -> ${answer} source=server.txt tab=none kind=fetch
    `);
    const { outcome, causes } = analyze(trace).flows[0]?.verdict ?? {};
    expect({ outcome, cause: causes?.[0]?.id }).toEqual({ outcome: 'failed', cause });
  });
});
