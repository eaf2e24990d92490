import { describe, expect, test } from 'vitest';
import { base64Url, challengeKey, s256, verifierKeys, verifierMatches } from './pkce.ts';

// RFC 7636 appendix B.
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

test('the challenge of RFC 7636 appendix B is computed', () => {
  expect(s256(verifier)).toBe(challenge);
});

// RFC 4648 §10, without padding.
test.each([
  ['', ''],
  ['f', 'Zg'],
  ['fo', 'Zm8'],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg'],
  ['fooba', 'Zm9vYmE'],
  ['foobar', 'Zm9vYmFy'],
])('base64url of "%s" is "%s"', (text, encoded) => {
  expect(base64Url(new TextEncoder().encode(text))).toBe(encoded);
});

test('base64url uses its own two letters', () => {
  expect(base64Url(Uint8Array.of(0xfb, 0xff, 0xfe))).toBe('-__-');
});

describe('a verifier', () => {
  test.each([
    ['answers its challenge', verifier, challenge, 'S256', true],
    ['does not answer another', `${verifier}x`, challenge, 'S256', false],
    ['sent as it is does not answer a hash', challenge, challenge, 'S256', false],
    ['without a method is compared as it is', 'v', 'v', undefined, true],
    ['with method plain is compared as it is', 'v', 'w', 'plain', false],
    ['with an unknown method cannot be told', 'v', 'v', 'S512', undefined],
    [
      'in a redacted file has its challenge’s tag',
      '‹code_verifier·a1·43›',
      '‹code_challenge·a1·43›',
      'S256',
      true,
    ],
    ['in a redacted file may have another tag', '‹code_verifier·a1›', '‹code_challenge·b2›', 'S256', false],
    [
      'redacted in another export cannot be told',
      '‹code_verifier·a1-c3›',
      '‹code_challenge·b2-d4›',
      'S256',
      undefined,
    ],
    [
      'redacted in the same export may have another tag',
      '‹code_verifier·a1-c3›',
      '‹code_challenge·b2-c3›',
      'S256',
      false,
    ],
    ['half redacted cannot be told', '‹code_verifier·a1›', challenge, 'S256', undefined],
  ])('%s', (_, sent, asked, method, expected) => {
    expect(verifierMatches(sent, asked, method)).toBe(expected);
  });

  test('and its challenge have a key in common', () => {
    expect(verifierKeys(verifier)).toContain(challengeKey(challenge));
    expect(verifierKeys('plain')).toContain(challengeKey('plain'));
    expect(verifierKeys('‹code_verifier·a1›')).toContain(challengeKey('‹code_challenge·a1›'));
  });
});
