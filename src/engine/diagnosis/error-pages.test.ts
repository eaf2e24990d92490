import { describe, expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';

/** What the authorization endpoint shows instead of an answer to the application. */
const pages: readonly (readonly [string, string, string, string])[] = [
  [
    'Google, a page',
    'https://accounts.google.com/o/oauth2/v2/auth',
    '400 <h1>Access blocked</h1><p>Error 400: redirect_uri_mismatch</p>',
    'redirect_uri_not_registered',
  ],
  [
    'Google, a deleted client',
    'https://accounts.google.com/o/oauth2/v2/auth',
    '401 <p>Error 401: deleted_client</p><p>The OAuth client was deleted.</p>',
    'client_unknown',
  ],
  [
    'Facebook, a page with status 200',
    'https://www.facebook.com/v19.0/dialog/oauth',
    '200 <h1>URL Blocked</h1><p>This redirect failed because the redirect URI is not whitelisted in the app’s Client OAuth Settings.</p>',
    'redirect_uri_not_registered',
  ],
  [
    'LinkedIn, a page with status 200',
    'https://www.linkedin.com/oauth/v2/authorization',
    '200 <p>Bummer, something went wrong.</p><p>The redirect_uri does not match the registered value</p>',
    'redirect_uri_not_registered',
  ],
  [
    'Apple, a page with status 200',
    'https://appleid.apple.com/auth/authorize',
    '200 <p>invalid_request</p><p>Invalid web redirect url.</p>',
    'redirect_uri_not_registered',
  ],
  [
    'Entra, a page with a number',
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    '200 <html><script>$Config={"strServiceExceptionMessage":"AADSTS50011: The redirect URI specified in the request does not match."};</script></html>',
    'redirect_uri_not_registered',
  ],
  [
    'Entra, an unknown client',
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    '200 <p>AADSTS700016: Application with identifier was not found in the directory.</p>',
    'client_unknown',
  ],
  [
    'Keycloak, a page',
    'https://sso.test/realms/a/protocol/openid-connect/auth',
    '400 <h1>We are sorry...</h1><p>Invalid parameter: redirect_uri</p>',
    'redirect_uri_not_registered',
  ],
  [
    'Keycloak, an unknown client',
    'https://sso.test/realms/a/protocol/openid-connect/auth',
    '400 <h1>We are sorry...</h1><p>Client not found.</p>',
    'client_unknown',
  ],
  [
    'Okta, JSON of its API',
    'https://acme.okta.com/oauth2/v1/authorize',
    '400 {"errorCode":"invalid_client","errorSummary":"Invalid value for \'client_id\' parameter."}',
    'client_unknown',
  ],
  [
    'Okta, a page',
    'https://acme.okta.com/oauth2/v1/authorize',
    "400 <h1>400</h1><p>Your request resulted in an error.</p><p>The 'redirect_uri' parameter must be a Login redirect URI in the client app settings</p>",
    'redirect_uri_not_registered',
  ],
  [
    'Auth0, a page',
    'https://acme.eu.auth0.com/authorize',
    '403 <h1>Oops!, something went wrong</h1><p>Callback URL mismatch.</p>',
    'redirect_uri_not_registered',
  ],
  [
    'Spotify, plain text',
    'https://accounts.spotify.com/authorize',
    '400 INVALID_CLIENT: Invalid redirect URI',
    'redirect_uri_not_registered',
  ],
  [
    'authentik, a page',
    'https://ak.test/application/o/authorize/',
    '400 <h1>Redirect URI Error</h1><p>The request fails due to a missing, invalid, or mismatching redirection URI (redirect_uri).</p>',
    'redirect_uri_not_registered',
  ],
  [
    'Discord, JSON',
    'https://discord.com/oauth2/authorize',
    '400 {"message":"Invalid OAuth2 redirect_uri","code":50035}',
    'redirect_uri_not_registered',
  ],
];

describe('the authorization endpoint says it on a page, and the cause is named', () => {
  test.each(pages)('%s', (_, authorize, answer, cause) => {
    const trace = fromTraceText(
      `GET ${authorize}?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=af0ifjsldkjz9q7 -> ${answer}`,
    );
    const { outcome, causes } = analyze(trace).flows[0]?.verdict ?? {};
    expect({ outcome, cause: causes?.[0]?.id }).toEqual({ outcome: 'failed', cause });
  });
});

/** A page to which the server sends the browser with its own error, status 200. */
const errorPages: readonly (readonly [string, string, string, string, string])[] = [
  [
    'Google',
    'https://accounts.google.com/o/oauth2/v2/auth',
    'https://accounts.google.com/signin/oauth/error?authError=ChVyZWRpcmVjdF91cmlfbWlzbWF0Y2g&flowName=GeneralOAuthFlow',
    '<h1>Access blocked</h1><p>Error 400: redirect_uri_mismatch</p>',
    'redirect_uri_not_registered',
  ],
  [
    'Google, a deleted client',
    'https://accounts.google.com/o/oauth2/v2/auth',
    'https://accounts.google.com/signin/oauth/error/v2?authError=Cg5kZWxldGVkX2NsaWVudA',
    '<h1>Access blocked</h1><p>Error 401: deleted_client</p>',
    'client_unknown',
  ],
  [
    'Duende',
    'https://id.acme.test/connect/authorize',
    'https://id.acme.test/home/error?errorId=CfDJ8abc',
    '<h1>Sorry, there was an error: invalid_request</h1><p>Invalid redirect_uri</p>',
    'redirect_uri_not_registered',
  ],
];

test.each(errorPages)(
  'the error page of %s is read, though its status is 200',
  (_, authorize, page, html, cause) => {
    const trace = fromTraceText(`
    GET ${authorize}?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=af0ifjsldkjz9q7 -> 302 ${page}
    GET ${page} -> 200 ${html}
  `);
    const { outcome, causes } = analyze(trace).flows[0]?.verdict ?? {};
    expect({ outcome, cause: causes?.[0]?.id }).toEqual({ outcome: 'failed', cause });
  },
);

test.each([
  ['a login form', '<form><p>redirect_uri mismatch</p><input type="password"></form>'],
  ['a page that only loads a script', '<div id="root"></div><script>var t="Invalid redirect_uri"</script>'],
  ['a page on other things', '<p>Choose an account for invalid_grant Ltd.</p>'],
])('%s with status 200 is no refusal', (_, html) => {
  const trace = fromTraceText(
    `GET https://as.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=af0ifjsldkjz9q7 -> 200 ${html}`,
  );
  expect(analyze(trace).flows[0]?.verdict.outcome).not.toBe('failed');
});
