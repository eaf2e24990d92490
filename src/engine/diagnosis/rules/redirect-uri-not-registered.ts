import { redirectUriDifferences, redirectUriDifferenceWords } from '../../oauth/redirect-uri.ts';
import { rfc } from '../../oauth/source.ts';
import { saidOf } from '../client-refusal.ts';
import { asksForRedirect } from '../redirect-refusal.ts';
import { valuesProof } from '../proofs.ts';
import { at, defineRule, fail, notApplicable } from '../rule.ts';

export const redirectUriNotRegistered = defineRule({
  id: 'redirect-uri-not-registered',
  title: 'The redirect_uri is none of those with which this client logged in before',
  severity: 'error',
  why: 'Servers compare the redirect_uri with the registered ones character by character; those that worked show what is registered.',
  fix: 'Send the redirect_uri that worked, or register this one as well, exactly as it is sent.',
  sources: [rfc(9700, '4.1.3'), rfc(8252, '7.3'), rfc(7591, '2')],
  needs: ['failure', 'said', 'authorizationRequest', 'surroundings'],
  check({ failure, said, authorizationRequest, surroundings }) {
    const sent = authorizationRequest.params.get('redirect_uri');
    // What worked is no complete list, so it only explains a refusal.
    if (sent === undefined || !asksForRedirect(failure, said)) return notApplicable;
    const requests = surroundings
      .loginsBefore(authorizationRequest)
      .flatMap((flow) => flow.authorizationRequest ?? []);
    const worked = requests.flatMap((request) => {
      const uri = request.params.get('redirect_uri');
      return uri === undefined
        ? []
        : [{ uri, request, differences: redirectUriDifferences(sent, uri).length }];
    });
    if (worked.length === 0 || worked.some(({ uri }) => uri === sent)) return notApplicable;
    const nearest = worked.reduce((best, each) => (each.differences < best.differences ? each : best));
    const difference = redirectUriDifferenceWords(nearest.uri, sent);
    const evidence = [at(authorizationRequest, 'redirect_uri'), at(nearest.request, 'redirect_uri')] as const;
    return fail(evidence, {
      suspicion: {
        cause: 'redirect_uri_not_registered',
        weight: Math.max(0.97, saidOf(said, 'redirect_uri_not_registered')),
        sentence: `The redirect_uri is not registered; compared with the one of an earlier login, ${difference}.`,
        evidence,
        proof: valuesProof(difference, ['refused', evidence[0]], ['earlier login', evidence[1]]),
      },
    });
  },
});
