import { decodeOnce } from '../../http/parameters.ts';
import { rfc } from '../../oauth/source.ts';
import { valuesProof } from '../proofs.ts';
import { isRefused } from '../refusal.ts';
import { at, defineRule, fail, notApplicable, passBecause } from '../rule.ts';

export const clientIdMismatch = defineRule({
  id: 'client-id-mismatch',
  title: 'The token request comes from another client than the authorization request',
  severity: 'error',
  why: 'A code may only be redeemed by the client it was issued to.',
  fix: 'Use the same client_id in the authorization request and the token request, from one setting.',
  sources: [rfc(6749, '4.1.3')],
  rulesOut: 'client',
  needs: ['authorizationRequest', 'tokenRequest'],
  check({ authorizationRequest, tokenRequest }) {
    const asked = authorizationRequest.params.get('client_id');
    const redeeming = tokenRequest.authentication.clientId;
    if (asked === undefined || redeeming === undefined) return notApplicable;
    // A Basic header may hold the id form-encoded or as it is; it was decoded when it was read.
    if (asked === redeeming || decodeOnce(asked).value === redeeming)
      return passBecause('the same in both requests');
    const own = tokenRequest.params.find('client_id')?.at ?? tokenRequest.authentication.at[0];
    const evidence = [at(authorizationRequest, 'client_id'), own ?? at(tokenRequest, 'client_id')] as const;
    if (!isRefused(tokenRequest)) return fail(evidence, { severity: 'warning' });
    return fail(evidence, {
      suspicion: {
        cause: 'code_other_client',
        weight: 0.95,
        sentence: `The code was issued to the client “${asked}” and redeemed by “${redeeming}”.`,
        evidence,
        proof: valuesProof(
          'the client_id differs',
          ['authorization request', evidence[0]],
          ['token request', evidence[1]],
        ),
      },
    });
  },
});
