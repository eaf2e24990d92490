import { isSentinel } from '../../oauth/redirect-uri.ts';
import { rfc } from '../../oauth/source.ts';
import { valuesProof } from '../proofs.ts';
import { isGrantRefused } from '../refusal.ts';
import { at, cannotTell, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const redirectUriMissingAtToken = defineRule({
  id: 'redirect-uri-missing-at-token',
  title: 'The token request leaves out the redirect_uri that the authorization request had',
  severity: 'error',
  why: 'OAuth 2.0 servers compare both; only servers that follow OAuth 2.1 do without.',
  fix: 'Send redirect_uri in the token request as well, with the value of the authorization request.',
  sources: [rfc(6749, '4.1.3')],
  needs: ['authorizationRequest', 'tokenRequest'],
  check({ authorizationRequest, tokenRequest }) {
    const asked = authorizationRequest.params.get('redirect_uri');
    if (tokenRequest.params.get('redirect_uri') !== undefined) return pass;
    if (asked === undefined || isSentinel(asked)) return notApplicable;
    if (!tokenRequest.exchange.known.requestBody)
      return cannotTell('The body of the token request was not captured.');
    // A server that does not ask for it is right to let it pass (OAuth 2.1).
    if (!isGrantRefused(tokenRequest)) return notApplicable;
    const evidence = [at(authorizationRequest, 'redirect_uri'), at(tokenRequest, 'redirect_uri')] as const;
    return fail(evidence, {
      suspicion: {
        cause: 'redirect_uri_mismatch_at_token',
        weight: 0.95,
        sentence: 'The token request leaves out the redirect_uri that the authorization request had.',
        evidence,
        proof: valuesProof(
          'it is missing',
          ['authorization request', evidence[0]],
          ['token request', evidence[1]],
        ),
        fix: 'Send redirect_uri in the token request as well, with the value of the authorization request.',
      },
    });
  },
});
