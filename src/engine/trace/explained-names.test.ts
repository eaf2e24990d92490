import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plantedNames } from '../../testing/planted/names.ts';
import { claimExplanationOf, explanationOf } from '../oauth/parameter-explanations.ts';
import { isHeaderName } from './header-policy.ts';
import { protocolNames, treatmentOf } from './name-policy.ts';

/** Planted as names that no table knows. */
const invented = new Set(['api_key', 'apikey', 'sessionid', 'account', 'device_id', 'pin', 'x_custom']);

const isExplained = (name: string): boolean =>
  [explanationOf(name, 'query'), explanationOf(name, 'response_json'), claimExplanationOf(name)].some(
    (explanation) => explanation !== undefined,
  );

/** The IANA registry “OAuth Authorization Server Metadata”, with RFC 9728 §2. */
const registered = `
  issuer authorization_endpoint token_endpoint jwks_uri registration_endpoint scopes_supported response_types_supported
  response_modes_supported grant_types_supported token_endpoint_auth_methods_supported
  token_endpoint_auth_signing_alg_values_supported service_documentation ui_locales_supported op_policy_uri op_tos_uri
  revocation_endpoint revocation_endpoint_auth_methods_supported
  revocation_endpoint_auth_signing_alg_values_supported introspection_endpoint
  introspection_endpoint_auth_methods_supported introspection_endpoint_auth_signing_alg_values_supported
  code_challenge_methods_supported device_authorization_endpoint tls_client_certificate_bound_access_tokens
  mtls_endpoint_aliases userinfo_endpoint acr_values_supported subject_types_supported
  id_token_signing_alg_values_supported id_token_encryption_alg_values_supported
  id_token_encryption_enc_values_supported userinfo_signing_alg_values_supported
  userinfo_encryption_alg_values_supported userinfo_encryption_enc_values_supported
  request_object_signing_alg_values_supported request_object_encryption_alg_values_supported
  request_object_encryption_enc_values_supported display_values_supported claim_types_supported claims_supported
  claims_locales_supported claims_parameter_supported request_parameter_supported request_uri_parameter_supported
  require_request_uri_registration require_signed_request_object pushed_authorization_request_endpoint
  require_pushed_authorization_requests introspection_signing_alg_values_supported
  introspection_encryption_alg_values_supported introspection_encryption_enc_values_supported
  authorization_response_iss_parameter_supported check_session_iframe frontchannel_logout_supported
  frontchannel_logout_session_supported backchannel_logout_supported backchannel_logout_session_supported
  end_session_endpoint backchannel_token_delivery_modes_supported backchannel_authentication_endpoint
  backchannel_authentication_request_signing_alg_values_supported backchannel_user_code_parameter_supported
  authorization_details_types_supported dpop_signing_alg_values_supported
  authorization_signing_alg_values_supported authorization_encryption_alg_values_supported
  authorization_encryption_enc_values_supported
  bearer_methods_supported resource_signing_alg_values_supported
`
  .trim()
  .split(/\s+/);

test('every member of metadata that says what a server can do has a sentence of its own', () => {
  const general = explanationOf('anything_else_supported', 'response_json')?.sentence;
  const sentences = registered
    .filter((name) => name.endsWith('_supported'))
    .map((name) => explanationOf(name, 'response_json')?.sentence);
  expect(general).toBe('What the server says it offers.');
  expect(sentences.length).toBeGreaterThan(40);
  expect(sentences).not.toContain(general);
  expect(sentences).not.toContain(explanationOf('any_alg_values_supported', 'response_json')?.sentence);
  expect(new Set(sentences).size).toBe(sentences.length);
});

test('every name that the redactor knows, and every registered member of metadata, is explained where it is shown', () => {
  const names = [...new Set([...protocolNames(), ...registered])];
  expect(names.length).toBeGreaterThan(283);
  expect(names.filter((name) => !isExplained(name))).toEqual([]);
});

test('every name under which secrets are planted is explained, but for invented ones', () => {
  expect(plantedNames.filter((name) => !invented.has(name) && !isExplained(name))).toEqual([]);
});

test('secrets are planted under every name whose values are hidden', () => {
  const hidden = protocolNames().filter((name) => ['hide', 'jwt'].includes(treatmentOf(name, '').how));
  expect(hidden.filter((name) => !plantedNames.includes(name))).toEqual([]);
});

test('every header that a rule or verdict reads is explained', () => {
  const folder = join(import.meta.dirname, '../diagnosis');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .flatMap((source) => [...source.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map(([, name = '']) => name))
    .filter((name) => isHeaderName(name));
  expect(new Set(names).size).toBeGreaterThan(8);
  expect([...new Set(names)].filter((name) => explanationOf(name, 'response_header') === undefined)).toEqual(
    [],
  );
});
