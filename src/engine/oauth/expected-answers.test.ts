import { expect, test } from 'vitest';
import { makeError } from './error.ts';
import { isExpectedAnswer } from './expected-answers.ts';

// RFC 8628 §3.5, RFC 9449 §8, the draft of client attestation, OpenID Connect Core §3.1.2.6.
test.each([
  ['authorization_pending', undefined, true],
  ['slow_down', undefined, true],
  ['use_dpop_nonce', undefined, true],
  ['use_attestation_challenge', undefined, true],
  ['use_fresh_attestation', undefined, false],
  ['login_required', 'none', true],
  ['consent_required', 'none', true],
  ['interaction_required', 'none', true],
  ['account_selection_required', 'none', true],
  ['login_required', 'login', false],
  ['login_required', undefined, false],
  ['invalid_grant', 'none', false],
  ['access_denied', undefined, false],
  [undefined, 'none', false],
])('%s with prompt %s is expected: %s', (code, prompt, expected) => {
  const error = makeError(code, undefined, { exchange: 'e1', part: 'query', name: 'error' }, undefined);
  expect(isExpectedAnswer(error, prompt)).toBe(expected);
});
