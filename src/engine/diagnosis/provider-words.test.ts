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
