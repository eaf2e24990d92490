import { describe, expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';

const metadata =
  'GET https://op.test/.well-known/openid-configuration -> 200 {"issuer":"https://op.test","authorization_endpoint":"https://op.test/authorize","token_endpoint":"https://op.test/token","pushed_authorization_request_endpoint":"https://op.test/par","device_authorization_endpoint":"https://op.test/device/auth","revocation_endpoint":"https://op.test/revoke","introspection_endpoint":"https://op.test/introspect","backchannel_authentication_endpoint":"https://op.test/bc-authorize","token_endpoint_auth_methods_supported":["client_secret_basic"]} kind=fetch';
const worked =
  'POST https://op.test/token [Authorization: Basic YzpnMDBkLXNlY3JldA==] grant_type=client_credentials -> 200 {"access_token":"t","token_type":"Bearer"} tab=none';

/** What each endpoint is asked beside the client’s credentials. */
const endpoints = {
  'pushed authorization':
    'https://op.test/par response_type=code&redirect_uri=https://app.test/cb&client_id=c',
  'device authorization': 'https://op.test/device/auth scope=openid&client_id=c',
  revocation: 'https://op.test/revoke token=a-token-of-old&client_id=c',
  introspection: 'https://op.test/introspect token=a-token-of-old&client_id=c',
  'backchannel authentication': 'https://op.test/bc-authorize login_hint=joe&scope=openid&client_id=c',
};

/** Credentials and the answer to them, as header, form and answer. */
const refusals = {
  'a wrong secret': ['[Authorization: Basic YzpiYWQtc2VjcmV0] ', '', '401 {"error":"invalid_client"}'],
  'no credentials': ['', '', '401 {"error":"invalid_client"}'],
  'a header that is not base64': ['[Authorization: Basic Yzp!!] ', '', '401 {"error":"invalid_client"}'],
  'two methods': [
    '[Authorization: Basic YzpiYWQtc2VjcmV0] ',
    '&client_secret=bad-secret',
    '401 {"error":"invalid_client"}',
  ],
  'a method that is not offered': ['', '&client_secret=bad-secret', '401 {"error":"invalid_client"}'],
  'words about the client': [
    '',
    '',
    '401 {"error":"invalid_client","error_description":"The requested OAuth 2.0 Client does not exist."}',
  ],
  'words about the secret': [
    '[Authorization: Basic YzpiYWQtc2VjcmV0] ',
    '',
    '401 {"error":"invalid_client","error_description":"Invalid client secret"}',
  ],
  'the end of the secret': [
    '[Authorization: Basic YzpiYWQtc2VjcmV0] ',
    '',
    '401 {"error":"invalid_client","error_description":"the client secret is expired"}',
  ],
} as const;

function causesOf(call: string, before: string): readonly string[] {
  const { flows } = analyze(fromTraceText(`${metadata}\n${before}\n${call}`));
  const failed = flows.filter(({ verdict }) => verdict.outcome === 'failed');
  expect(failed).toHaveLength(1);
  return (failed[0]?.verdict.causes ?? []).map(({ id, weight, sentence }) => `${id} ${weight} ${sentence}`);
}

describe.each(Object.entries(endpoints))('a client that the endpoint for %s refuses', (_, asked) => {
  test.each(Object.entries(refusals))(
    'is told why as at the token endpoint: %s',
    (__, [header, form, answer]) => {
      const [url = '', body = ''] = asked.split(' ');
      for (const before of ['', worked]) {
        const here = causesOf(`POST ${url} ${header}${body}${form} -> ${answer} tab=none`, before);
        const token = `POST https://op.test/token ${header}grant_type=client_credentials&client_id=c${form} -> ${answer} tab=none`;
        expect(here.length).toBeGreaterThan(0);
        expect(here).toEqual(causesOf(token, before));
      }
    },
  );
});

test('a refused revocation leaves the login that issued the token as it was', () => {
  const { flows } = analyze(
    fromTraceText(`${worked}
      POST https://op.test/revoke client_id=c&token=t -> 401 {"error":"invalid_client"} tab=none
      POST https://op.test/revoke client_id=c&token=t -> 400 {"error":"unsupported_token_type"} tab=none`),
  );
  expect(flows.map(({ kind, verdict }) => `${kind} ${verdict.outcome}`)).toEqual([
    'client_credentials succeeded',
    'revocation failed',
  ]);
});

test('a device whose request is refused without a word has failed', () => {
  const { flows } = analyze(fromTraceText('POST https://op.test/device/auth client_id=c -> 403 <h1>No</h1>'));
  expect(flows.map(({ kind, verdict }) => `${kind} ${verdict.outcome}`)).toEqual(['device_code failed']);
});
