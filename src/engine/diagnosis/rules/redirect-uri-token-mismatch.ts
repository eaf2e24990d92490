import { redirectUriDifferenceWords } from '../../oauth/redirect-uri.ts';
import { rfc } from '../../oauth/source.ts';
import { valuesProof } from '../proofs.ts';
import { isRefused } from '../refusal.ts';
import { at, defineRule, fail, notApplicable, passBecause } from '../rule.ts';

export const redirectUriTokenMismatch = defineRule({
  id: 'redirect-uri-token-mismatch',
  title: 'The token request repeats a different redirect_uri',
  severity: 'error',
  why: 'A code may only be redeemed with the redirect_uri it was issued for.',
  fix: 'Send the same redirect_uri, character for character, in both requests.',
  sources: [rfc(6749, '4.1.3'), rfc(3986, '6.2.1')],
  rulesOut: 'redirect_uri',
  needs: ['authorizationRequest', 'tokenRequest'],
  check({ authorizationRequest, tokenRequest }) {
    const asked = authorizationRequest.params.get('redirect_uri');
    const repeated = tokenRequest.params.get('redirect_uri');
    if (asked === undefined || repeated === undefined) return notApplicable;
    // Google’s libraries ask by a relay of theirs, whose codes are redeemed with the word for a window message.
    if (asked.startsWith('storagerelay:') && repeated === 'postmessage') return notApplicable;
    if (asked === repeated) return passBecause('the same in both requests');
    const evidence = [at(authorizationRequest, 'redirect_uri'), at(tokenRequest, 'redirect_uri')] as const;
    const difference = redirectUriDifferenceWords(asked, repeated);
    // A server that let it pass does not compare; another one will.
    if (!isRefused(tokenRequest)) return fail(evidence, { severity: 'warning' });
    const blamesClient = tokenRequest.error?.code === 'invalid_client';
    return fail(evidence, {
      suspicion: {
        cause: 'redirect_uri_mismatch_at_token',
        weight: blamesClient ? 0.6 : 0.96,
        sentence: `The token request repeats a different redirect_uri: ${difference}.`,
        evidence,
        proof: valuesProof(
          difference,
          ['authorization request', evidence[0]],
          ['token request', evidence[1]],
        ),
      },
    });
  },
});
