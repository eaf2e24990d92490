import { describe, expect, test } from 'vitest';
import { fromTraceText } from '../../testing/trace-text.ts';
import { analyze } from '../analyze.ts';
import { errorCodes } from '../oauth/error-codes.ts';

const push = 'response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s';
const asked = `GET https://op.test/authorize?${push}`;
const login = `${asked} -> 302 https://app.test/cb?code=k&state=s
  POST https://op.test/token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb ->`;
const grant = 'POST https://op.test/token client_id=c&grant_type=';
const deviceCode = `POST https://op.test/device client_id=c -> 200 {"device_code":"d","user_code":"U","verification_uri":"https://op.test/v","expires_in":600}
  ${grant}urn:ietf:params:oauth:grant-type:device_code&device_code=d ->`;
const ciba = 'POST https://op.test/bc-authorize client_id=c&login_hint=u&scope=openid ->';

/** Each place that answers with an error code, as a trace that ends in that answer. */
const places: Readonly<Record<string, (code: string) => string>> = {
  authorize: (code) => `${asked} -> 302 https://app.test/cb?error=${code}&state=s`,
  silent: (code) => `${asked}&prompt=none -> 302 https://app.test/cb?error=${code}&state=s`,
  par: (code) => `POST https://op.test/par ${push} -> 400 {"error":"${code}"}`,
  token: (code) => `${login} 400 {"error":"${code}"}`,
  refresh: (code) => `${grant}refresh_token&refresh_token=an-old-one -> 400 {"error":"${code}"}`,
  exchange: (code) =>
    `${grant}urn:ietf:params:oauth:grant-type:token-exchange&subject_token=a-token&subject_token_type=urn:ietf:params:oauth:token-type:access_token -> 400 {"error":"${code}"}`,
  device: (code) => `POST https://op.test/device_authorization client_id=c -> 400 {"error":"${code}"}`,
  polling: (code) => `${deviceCode} 400 {"error":"${code}"}`,
  ciba: (code) => `${ciba} 400 {"error":"${code}"}`,
  'ciba-polling': (code) =>
    `${ciba} 200 {"auth_req_id":"d","expires_in":600}\n${grant}urn:openid:params:grant-type:ciba&auth_req_id=d -> 400 {"error":"${code}"}`,
  register: (code) =>
    `POST https://op.test/register {"redirect_uris":["https://app.test/cb"]} -> 400 {"error":"${code}"}`,
  userinfo: (code) =>
    `${login} 200 {"access_token":"a","token_type":"Bearer"}\nGET https://op.test/userinfo [Authorization: Bearer a] -> 401 [WWW-Authenticate: Bearer error="${code}"]`,
  logout: (code) =>
    `GET https://op.test/logout?post_logout_redirect_uri=https://app.test/bye&client_id=c -> 400 {"error":"${code}"}`,
  revoke: (code) => `POST https://op.test/revoke token=a&client_id=c -> 400 {"error":"${code}"}`,
};

/** Place and code, and the best cause; `-` where the code is no failure by itself. */
const table = `
  authorize invalid_request request_malformed          | RFC 6749 §4.1.2.1
  authorize unauthorized_client grant_type_not_allowed
  authorize access_denied access_denied
  authorize unsupported_response_type grant_type_not_allowed
  authorize invalid_scope scope_invalid
  authorize server_error server_error
  authorize temporarily_unavailable server_error
  authorize interaction_required interaction_required  | OpenID Connect Core §3.1.2.6
  authorize login_required login_required
  authorize account_selection_required interaction_required
  authorize consent_required consent_required
  authorize invalid_request_uri par_request_uri_invalid
  authorize invalid_request_object request_object_invalid
  authorize request_not_supported request_object_invalid
  authorize request_uri_not_supported request_object_invalid
  authorize registration_not_supported request_malformed
  authorize unmet_authentication_requirements interaction_required
  authorize invalid_target resource_invalid            | RFC 8707 §2
  authorize invalid_authorization_details request_malformed | RFC 9396 §5
  authorize redirect_uri_mismatch redirect_uri_not_registered
  silent login_required -
  silent interaction_required -
  silent account_selection_required -
  silent consent_required -
  par invalid_request request_malformed                | RFC 9126 §2.3
  par invalid_client client_secret_missing
  par unauthorized_client grant_type_not_allowed
  par invalid_scope scope_invalid
  par invalid_redirect_uri redirect_uri_not_registered
  par invalid_request_object request_object_invalid
  par request_not_supported request_object_invalid
  par invalid_target resource_invalid
  par invalid_authorization_details request_malformed
  par invalid_dpop_proof dpop_invalid
  par use_dpop_nonce -
  token invalid_request request_malformed              | RFC 6749 §5.2
  token invalid_client client_secret_missing
  token invalid_grant code_reused
  token unauthorized_client grant_type_not_allowed
  token unsupported_grant_type grant_type_unsupported
  token invalid_scope scope_invalid
  token invalid_target resource_invalid
  token invalid_authorization_details request_malformed
  token invalid_dpop_proof dpop_invalid                | RFC 9449 §5
  token use_dpop_nonce dpop_invalid                    | no nonce comes with it
  token use_attestation_challenge -                    | draft-ietf-oauth-attestation-based-client-auth-08 §6.2
  token use_fresh_attestation client_assertion_invalid
  token invalid_client_attestation client_assertion_invalid
  par use_attestation_challenge -
  token redirect_uri_mismatch redirect_uri_mismatch_at_token
  refresh invalid_grant refresh_token_expired
  refresh invalid_scope scope_invalid
  exchange invalid_request request_malformed           | RFC 8693 §2.2.2
  exchange invalid_target resource_invalid
  device invalid_client client_secret_missing          | RFC 8628 §3.1
  device invalid_scope scope_invalid
  device unauthorized_client grant_type_not_allowed
  polling authorization_pending -                      | RFC 8628 §3.5
  polling slow_down -
  polling access_denied device_denied
  polling expired_token device_code_expired
  polling invalid_grant device_code_expired
  ciba invalid_request request_malformed               | OpenID Connect CIBA §13
  ciba invalid_scope scope_invalid
  ciba expired_login_hint_token request_malformed
  ciba unknown_user_id request_malformed
  ciba unauthorized_client grant_type_not_allowed
  ciba missing_user_code request_malformed
  ciba invalid_user_code request_malformed
  ciba invalid_binding_message request_malformed
  ciba invalid_client client_secret_missing
  ciba access_denied access_denied
  ciba-polling authorization_pending -                 | OpenID Connect CIBA §11
  ciba-polling slow_down -
  ciba-polling access_denied device_denied
  ciba-polling expired_token device_code_expired
  ciba-polling transaction_failed server_error
  ciba-polling unauthorized_client grant_type_not_allowed
  register invalid_redirect_uri request_malformed      | RFC 7591 §3.2.2
  register invalid_client_metadata request_malformed
  register invalid_software_statement request_malformed
  register unapproved_software_statement request_malformed
  userinfo invalid_token access_token_invalid          | RFC 6750 §3.1
  userinfo insufficient_scope insufficient_scope
  userinfo insufficient_user_authentication interaction_required | RFC 9470 §3
  userinfo use_dpop_nonce -
  logout invalid_request post_logout_redirect_uri_not_registered | OpenID Connect RP-Initiated Logout §4
  revoke unsupported_token_type -                      | RFC 7009 §2.2.1
`;

const rows = table
  .trim()
  .split('\n')
  .map((line) => line.replace(/\|.*/, '').trim().split(' '))
  .map(([place = '', code = '', cause = '']) => ({ place, code, cause }));

describe('a registered error code', () => {
  test.each(rows)('at $place, $code, leads to $cause', ({ place, code, cause }) => {
    const trace = places[place];
    if (trace === undefined) throw new Error(`no place “${place}”`);
    const { flows } = analyze(fromTraceText(trace(code)));
    const failed = flows.find(({ verdict }) => verdict.causes.length > 0);
    expect(failed?.verdict.causes[0]?.id ?? '-').toBe(cause);
    if (cause === '-') expect(flows.filter(({ verdict }) => verdict.outcome === 'failed')).toEqual([]);
  });

  test('is in the table, whichever it is', () => {
    const told = new Set(rows.map(({ code }) => code));
    expect(errorCodes.map(({ code }) => code).filter((code) => !told.has(code))).toEqual([]);
  });

  test('that has a reason of its own is told by it', () => {
    const sentences = [
      'ciba-polling transaction_failed',
      'ciba invalid_user_code',
      'ciba-polling expired_token',
    ].map((row) => {
      const [place = '', code = ''] = row.split(' ');
      return analyze(fromTraceText(places[place]?.(code) ?? '')).flows[0]?.verdict.sentence;
    });
    expect(sentences).toEqual([
      'Almost certainly the server could not complete the login.',
      'The user_code is wrong.',
      'The login request expired before the user finished.',
    ]);
  });
});

const base64Url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const proof = (nonce?: string): string =>
  `[DPoP: ${base64Url({ typ: 'dpop+jwt', alg: 'ES256' })}.${base64Url({ htm: 'POST', htu: 'https://op.test/par', jti: `of ${nonce}`, nonce })}.c2ln]`;
const pushed = (nonce: string | undefined, answer: string): string =>
  `POST https://op.test/par ${push} ${proof(nonce)} -> ${answer}`;
const wantsNonce = (nonce: string): string => `400 [DPoP-Nonce: ${nonce}] {"error":"use_dpop_nonce"}`;

describe('a pushed request that is asked for a nonce', () => {
  test('and comes again with it is one step of the login', () => {
    const trace = [
      pushed(undefined, wantsNonce('n1')),
      pushed('n1', '201 {"request_uri":"urn:ietf:params:oauth:request_uri:r","expires_in":60}'),
      'GET https://op.test/authorize?client_id=c&request_uri=urn:ietf:params:oauth:request_uri:r -> 302 https://app.test/cb?code=k&state=s',
    ].join('\n');
    const { flows } = analyze(fromTraceText(trace));
    expect(
      flows.map(({ steps, verdict }) => [verdict.outcome, ...steps.map(({ attempts }) => attempts)]),
    ).toEqual([['handed_to_server', 2, 1, 1]]);
  });

  test('again and again has failed', () => {
    const { flows } = analyze(
      fromTraceText(`${pushed(undefined, wantsNonce('n1'))}\n${pushed('n1', wantsNonce('n2'))}`),
    );
    expect(flows.map(({ verdict }) => [verdict.outcome, verdict.causes[0]?.id])).toEqual([
      ['failed', 'dpop_invalid'],
    ]);
  });
});
