import { expect, test } from 'vitest';
import { flowsIn } from '../../testing/flows.ts';
import { unsignedJwt } from '../../testing/messages.ts';

const token = 'POST https://op.test/token grant_type=client_credentials';
const good = '200 {"access_token":"a"}';

interface Asking {
  readonly refused: string;
  readonly proof: (value: string) => string;
}

/** RFC 9449 §8 and draft-ietf-oauth-attestation-based-client-auth-08 §6.2. */
const nonce: Asking = {
  refused: '400 [DPoP-Nonce: n1] {"error":"use_dpop_nonce"}',
  proof: (value) => `[DPoP: ${unsignedJwt({ nonce: value }, { typ: 'dpop+jwt', alg: 'ES256' })}]`,
};
const challenge: Asking = {
  refused: '400 [OAuth-Client-Attestation-Challenge: n1] {"error":"use_attestation_challenge"}',
  proof: (value) =>
    `[OAuth-Client-Attestation-PoP: ${unsignedJwt({ challenge: value }, { typ: 'oauth-client-attestation-pop+jwt', alg: 'ES256' })}]`,
};
const both = [
  ['a DPoP nonce', nonce],
  ['an attestation challenge', challenge],
] as const;

function flowsOf({ refused, proof }: Asking, value: string, client: string): readonly string[] {
  const lines = [
    `${token}&client_id=c ${proof('old')} -> ${refused} tab=none`,
    `${token}&client_id=${client} ${proof(value)} -> ${good} tab=none`,
  ];
  return flowsIn(lines.join('\n')).map(({ flow }) =>
    flow.messages.map(({ exchange }) => exchange.id).join(' '),
  );
}

test.each(both)('a request that is sent again with %s is one flow', (_, asking) => {
  expect(flowsOf(asking, 'n1', 'c')).toEqual(['e1 e2']);
});

test.each(both)('two clients that are given the same %s are two', (_, asking) => {
  expect(flowsOf(asking, 'n1', 'other')).toEqual(['e1', 'e2']);
});

test.each(both)('a request with another value than %s that was given is another', (_, asking) => {
  expect(flowsOf(asking, 'n2', 'c')).toEqual(['e1', 'e2']);
});
