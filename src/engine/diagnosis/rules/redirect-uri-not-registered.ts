import type { Evidence } from '../../http/evidence.ts';
import { isHidden } from '../../oauth/placeholder.ts';
import { redirectUriDifferences, redirectUriDifferenceWords } from '../../oauth/redirect-uri.ts';
import { rfc } from '../../oauth/source.ts';
import type { Failure } from '../../flow/failure.ts';
import { saidOf, saysOtherwise } from '../client-refusal.ts';
import type { Materials } from '../materials.ts';
import { compareWithRegistered } from '../registered-redirects.ts';
import { asksForRedirect } from '../redirect-refusal.ts';
import { valuesProof } from '../proofs.ts';
import { at, defineRule, fail, notApplicable, type RuleOutcome } from '../rule.ts';

export const redirectUriNotRegistered = defineRule({
  id: 'redirect-uri-not-registered',
  title: 'The redirect_uri is none of those with which this client logged in before',
  severity: 'error',
  why: 'Servers compare the redirect_uri with the registered ones character by character; those that worked show what is registered.',
  fix: 'Send the redirect_uri that worked, or register this one as well, exactly as it is sent.',
  sources: [rfc(9700, '4.1.3'), rfc(8252, '7.3'), rfc(7591, '2')],
  needs: ['failure', 'said', 'authorizationRequest', 'registration', 'surroundings', 'remembered'],
  check({ failure, said, authorizationRequest, registration, surroundings, remembered }) {
    const sent = authorizationRequest.params.get('redirect_uri');
    if (sent === undefined) return notApplicable;
    const authority = surroundings.authority(authorizationRequest.endpoint);
    const compared = compareWithRegistered(sent, registration, authority);
    const isAsked = asksForRedirect(failure, said);
    const place = at(authorizationRequest, 'redirect_uri');
    if (compared === 'may be registered') {
      if (!isAsked || registration.redirectUris?.includes(sent) !== true) return notApplicable;
      return fail([place], {
        title: 'The server refuses a redirect_uri that you entered as registered',
        suspicion: {
          cause: 'redirect_uri_not_registered',
          weight: Math.max(0.6, saidOf(said, 'redirect_uri_not_registered')),
          sentence: 'The server refuses the redirect_uri, which you entered as registered.',
          fix: 'Look it up in the server’s console: it must be saved, for this client, in this tenant.',
          evidence: [place],
          proof: valuesProof(undefined, ['refused', place]),
        },
      });
    }
    if (compared !== undefined && (isAsked || isRefusedUnsaid(failure, said))) {
      const { nearest, difference } = compared;
      return fail([place], {
        title: 'The redirect_uri is none of those that you entered as registered',
        suspicion: {
          cause: 'redirect_uri_not_registered',
          weight: 0.98,
          sentence: `The redirect_uri is not registered; compared with the registered “${nearest}”, ${difference}.`,
          evidence: [place],
          proof: valuesProof(difference, ['refused', place]),
        },
      });
    }
    // What worked is no complete list, so it only explains a refusal.
    if (!isAsked) return notApplicable;
    const requests = surroundings
      .loginsBefore(authorizationRequest)
      .flatMap((flow) => flow.authorizationRequest ?? []);
    const worked = requests.flatMap((request) => {
      const uri = request.params.get('redirect_uri');
      return uri === undefined
        ? []
        : [{ uri, request, differences: redirectUriDifferences(sent, uri).length }];
    });
    if (worked.some(({ uri }) => uri === sent)) return notApplicable;
    if (worked.length === 0)
      return againstRemembered(sent, at(authorizationRequest, 'redirect_uri'), remembered, said);
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

/** What an earlier session's login used is known by its value alone. */
function againstRemembered(
  sent: string,
  place: Evidence,
  remembered: Materials['remembered'],
  said: Materials['said'],
): RuleOutcome {
  const uri = remembered[0]?.redirectUri;
  if (uri === undefined || uri === sent || isHidden(sent)) return notApplicable;
  const difference = redirectUriDifferenceWords(uri, sent);
  return fail([place], {
    suspicion: {
      cause: 'redirect_uri_not_registered',
      weight: Math.max(0.97, saidOf(said, 'redirect_uri_not_registered')),
      sentence: `The redirect_uri is not registered; compared with “${uri}”, with which this client logged in last, ${difference}.`,
      evidence: [place],
      proof: valuesProof(difference, ['refused', place]),
    },
  });
}

/** The front door stayed shut, and no word says that it was for another reason. */
function isRefusedUnsaid({ place }: Failure, said: Materials['said']): boolean {
  return place === 'authorization_endpoint' && !saysOtherwise(said, 'redirect_uri_not_registered');
}
