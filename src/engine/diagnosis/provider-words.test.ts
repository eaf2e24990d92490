import { expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';
import type { Cause } from './report.ts';

function firstCause(authorize: string, token: string, answer: string): Cause | undefined {
  const trace = fromTraceText(`
    GET ${authorize}?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k1&state=s
    GET https://app.test/cb?code=k1&state=s -> 200 <p>wait</p>
    POST ${token} grant_type=authorization_code&client_id=c&client_secret=x&code=k1&redirect_uri=https://app.test/cb -> 401 ${answer}
  `);
  return analyze(trace).flows[0]?.verdict.causes[0];
}

test('the fix names the setting in the console of the provider', () => {
  const cause = firstCause(
    'https://acme.okta.com/oauth2/v1/authorize',
    'https://acme.okta.com/oauth2/v1/token',
    '{"error":"invalid_client","error_description":"The client secret supplied for a confidential client is invalid."}',
  );
  expect(cause?.id).toBe('client_secret_wrong');
  expect(cause?.fix).toContain('Applications → the app → General → Client Credentials');
  expect(cause?.sources.map(({ url }) => url)).toContain(
    'https://developer.okta.com/docs/reference/error-codes/',
  );
});

test('a text that says more than its cause has a sentence and a fix of its own', () => {
  const cause = firstCause(
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    '{"error":"invalid_request","error_description":"AADSTS9002326: Cross-origin token redemption is permitted only for the Single-Page Application client-type."}',
  );
  expect(cause?.id).toBe('client_auth_method_wrong');
  expect(cause?.confidence).toBe('certain');
  expect(cause?.sentence).toBe(
    'A page redeems the code, and its redirect URI is registered for the platform “Web”.',
  );
  expect(cause?.fix).toContain('“Single-page application” under Authentication');
});

test('an unknown server gets the words that hold everywhere', () => {
  const cause = firstCause(
    'https://as.test/authorize',
    'https://as.test/token',
    '{"error":"invalid_client","error_description":"Invalid client secret"}',
  );
  expect(cause?.id).toBe('client_secret_wrong');
  expect(cause?.fix).not.toContain('→');
});

/** Texts that name their cause with more, or another thing, than the code that they come with. */
const finer: readonly (readonly [string, string, string, string, RegExp, RegExp])[] = [
  [
    'Entra at refresh, Conditional Access',
    'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    '{"error":"interaction_required","error_description":"AADSTS53003: Access has been blocked by Conditional Access policies."}',
    'interaction_required',
    /Conditional Access policy blocks/,
    /Sign-in logs/,
  ],
  [
    'Okta, a scope that a page may not ask for',
    'https://acme.okta.com/oauth2/default/v1/token',
    '{"error":"invalid_scope","error_description":"Browser requests to the token endpoint may not include the offline_access scope."}',
    'scope_invalid',
    /may not ask for offline_access/,
    /Grant type/,
  ],
  [
    'Keycloak, a code of scopes for a consent that was taken back',
    'https://sso.test/realms/a/protocol/openid-connect/token',
    '{"error":"invalid_scope","error_description":"Client no longer has requested consent from user"}',
    'grant_revoked',
    /consent was taken back/,
    /new login/,
  ],
  [
    'Atlassian, a code of grants for a refresh token',
    'https://auth.atlassian.com/oauth/token',
    '{"error":"unauthorized_client","error_description":"refresh_token is invalid"}',
    'refresh_token_invalid',
    /does not accept this refresh token/,
    /newest refresh token/,
  ],
];

test.each(finer)('the finer word counts, with its link: %s', (_, token, answer, id, sentence, fix) => {
  const refused = `POST ${token} grant_type=refresh_token&client_id=c&refresh_token=an-old-one -> 400 ${answer}`;
  const verdict = analyze(fromTraceText(refused)).flows[0]?.verdict;
  const [cause] = verdict?.causes ?? [];
  expect(cause?.id).toBe(id);
  expect(verdict?.sentence).toMatch(sentence);
  expect(cause?.fix).toMatch(fix);
  expect(cause?.sources.at(-1)?.url).not.toMatch(/rfc-editor|openid\.net/);
});

test('a disabled client is not said to be unknown', () => {
  const page = `GET https://zoom.us/oauth/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 400 {"reason":"The app has been disabled","error":"invalid_request"}`;
  const cause = analyze(fromTraceText(page)).flows[0]?.verdict.causes[0];
  expect(cause?.id).toBe('client_unknown');
  expect(cause?.sentence).toBe('The app is disabled.');
  expect(cause?.fix).toContain('Activate the app');
});

test('a login page that was open too long is not called a fault of the server', () => {
  const expired =
    'GET https://sso.test/realms/a/protocol/openid-connect/auth?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?error=temporarily_unavailable&error_description=authentication_expired&state=s';
  expect(analyze(fromTraceText(expired)).flows[0]?.verdict.sentence).toMatch(/login page stood too long/);
});

test('a quotation of the server is no guess', () => {
  const refused =
    'POST https://as.test/token grant_type=refresh_token&client_id=c&refresh_token=r -> 400 {"error":"strange_word","error_description":"Only on Mondays"}';
  expect(analyze(fromTraceText(refused)).flows[0]?.verdict.sentence).toBe(
    'The server says: “Only on Mondays”',
  );
});
