import { describe, expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { readingOf } from '../http/reading.ts';
import { errorInAnswer, type OAuthError } from './error.ts';

function errorOf(answer: string): OAuthError | undefined {
  const [exchange] = fromTraceText(`POST https://op.test/token grant_type=x -> ${answer}`);
  return exchange && errorInAnswer(readingOf(exchange));
}

describe('the error of an answer', () => {
  test.each([
    [
      'RFC 6749 §5.2',
      '400 {"error":"invalid_grant","error_description":"no"}',
      'invalid_grant',
      'no',
      'response_json',
    ],
    [
      'GitHub, status 200',
      '200 {"error":"bad_verification_code","error_description":"no"}',
      'invalid_grant',
      'no',
      'response_json',
    ],
    [
      'Slack, status 200',
      '200 {"ok":false,"error":"invalid_code"}',
      'invalid_grant',
      undefined,
      'response_json',
    ],
    [
      'Okta',
      '401 {"errorCode":"invalid_client","errorSummary":"no"}',
      'invalid_client',
      'no',
      'response_json',
    ],
    [
      'Google, nested',
      '400 {"error":{"code":400,"message":"no","status":"INVALID_ARGUMENT"}}',
      undefined,
      'no',
      'response_json',
    ],
    ['a code in capitals', '400 {"error":"INVALID_GRANT"}', 'invalid_grant', undefined, 'response_json'],
    ['a message alone', '500 {"message":"Internal error"}', undefined, 'Internal error', 'response_json'],
    [
      'a challenge',
      '401 [WWW-Authenticate: Bearer realm="x", error="invalid_token", error_description="expired"]',
      'invalid_token',
      'expired',
      'response_header',
    ],
    [
      'a form (old GitHub)',
      '200 error=incorrect_client_credentials&error_description=no',
      'invalid_client',
      'no',
      'response_body',
    ],
    ['a form with its own name', '400 error_code=invalid_code', 'invalid_grant', undefined, 'response_body'],
    [
      'a page that names the code',
      '400 <h1>Error</h1><p>invalid_client: no such client</p>',
      'invalid_client',
      'invalid_client: no such client',
      'response_body',
    ],
    [
      'a page with a telling phrase',
      '400 <p>The redirect_uri is not registered for this app.</p>',
      'invalid_redirect_uri',
      'The redirect_uri is not registered for this app.',
      'response_body',
    ],
    [
      'PKCE under another code',
      '400 {"error":"invalid_request","error_description":"The code verifier does not match authorization code"}',
      'invalid_grant',
      'The code verifier does not match authorization code',
      'response_json',
    ],
    [
      'credentials under another code',
      '400 {"error":"unauthorized_client","error_description":"Invalid client credentials"}',
      'invalid_client',
      'Invalid client credentials',
      'response_json',
    ],
  ])('%s', (_, answer, code, description, part) => {
    const error = errorOf(answer);
    expect({ code: error?.code, description: error?.description, part: error?.at.part }).toEqual({
      code,
      description,
      part,
    });
  });

  test.each([
    ['tokens', '200 {"access_token":"a","token_type":"Bearer"}'],
    ['a false error member', '200 {"error":false,"data":1}'],
    ['a message in a good answer', '200 {"message":"welcome","code":"7"}'],
    ['a page of a good answer', '200 <p>How to fix invalid_client</p>'],
    ['words that look like codes', '404 <p>page_not_found</p>'],
    ['an empty answer', '500'],
    ['a challenge without an error', '401 [WWW-Authenticate: Bearer realm="x"]'],
  ])('is none for %s', (_, answer) => {
    expect(errorOf(answer)).toBeUndefined();
  });
});
