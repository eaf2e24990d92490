import { describe, expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';

/**
 * The standard's sentence for a code, as libraries send it with every answer of that code (Doorkeeper, fosite, oauthlib,
 * league/oauth2-server): code | sentence. It lists what may be wrong and so proves none of it.
 */
const atToken = `
invalid_client | Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method).
invalid_client | Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.
invalid_client | Client authentication failed
invalid_grant | The provided authorization grant (e.g., authorization code, resource owner credentials) or refresh token is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.
invalid_grant | The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.
invalid_request | The request is missing a required parameter, includes an unsupported parameter value (other than grant type), repeats a parameter, includes multiple credentials, utilizes more than one mechanism for authenticating the client, or is otherwise malformed.
invalid_request | The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.
unauthorized_client | The authenticated client is not authorized to use this authorization grant type.
unsupported_grant_type | The authorization grant type is not supported by the authorization server.
invalid_scope | The requested scope is invalid, unknown, malformed, or exceeds the scope granted by the resource owner.`;

const atAuthorize = `
invalid_request | The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.
unauthorized_client | The client is not authorized to request an authorization code using this method.
access_denied | The resource owner or authorization server denied the request.
unsupported_response_type | The authorization server does not support obtaining an authorization code using this method.
invalid_scope | The requested scope is invalid, unknown, or malformed.`;

const rows = (table: string): readonly (readonly [string, string])[] =>
  table
    .trim()
    .split('\n')
    .map((row) => {
      const [code = '', sentence = ''] = row.split(' | ');
      return [code, sentence];
    });

/** Two unknown servers, and one whose own words are known. */
const servers = [
  ['https://as.test/oauth/authorize', 'https://as.test/oauth/token'],
  ['https://gitlab.com/oauth/authorize', 'https://gitlab.com/oauth/token'],
  ['https://acme-1.projects.oryapis.com/oauth2/auth', 'https://acme-1.projects.oryapis.com/oauth2/token'],
] as const;

const ask = (authorize: string): string =>
  `GET ${authorize}?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=st4te-0f-this-l0gin`;

function causesOf(trace: string): readonly string[] | undefined {
  return analyze(fromTraceText(trace)).flows[0]?.verdict.causes.map(({ id, weight }) => `${id} ${weight}`);
}

describe.each(servers)('the standard’s sentence says no more than its code at %s', (authorize, token) => {
  test.each(rows(atToken))('token endpoint: %s, “%s”', (error, error_description) => {
    const refused = (answer: object): string =>
      `${ask(authorize)} -> 302 https://app.test/cb?code=k1&state=st4te-0f-this-l0gin
       POST ${token} grant_type=authorization_code&client_id=c&client_secret=k7Gq2mZ9xW4v&code=k1&redirect_uri=https://app.test/cb -> 400 ${JSON.stringify(answer)} tab=none`;
    expect(causesOf(refused({ error, error_description }))).toEqual(causesOf(refused({ error })));
  });

  test.each(rows(atAuthorize))('authorization endpoint: %s, “%s”', (error, sentence) => {
    const refused = (more: string): string =>
      `${ask(authorize)} -> 302 https://app.test/cb?error=${error}${more}&state=st4te-0f-this-l0gin`;
    const description = `&error_description=${encodeURIComponent(sentence)}`;
    expect(causesOf(refused(description))).toEqual(causesOf(refused('')));
  });
});
