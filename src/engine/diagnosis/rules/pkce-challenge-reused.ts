import { challengeKey } from '../../oauth/pkce.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const pkceChallengeReused = defineRule({
  id: 'pkce-challenge-reused',
  title: 'The same code_challenge is used for several logins',
  severity: 'warning',
  why: 'A verifier protects one login only while nobody has seen it; one that is used again is known.',
  fix: 'Make a fresh verifier for each authorization request and bind it to the user’s browser.',
  sources: [rfc(7636, '4.1'), rfc(7636, '7.1'), rfc(9700, '2.1.1')],
  needs: ['authorizationRequest', 'flow', 'surroundings'],
  check({ authorizationRequest, flow, surroundings }) {
    const { params } = authorizationRequest;
    const challenge = params.get('code_challenge');
    if (challenge === undefined) return notApplicable;
    // A reload repeats the state too, and belongs to the same flow.
    const twin = surroundings
      .requestsWithChallenge(challengeKey(challenge))
      .find(
        ({ flow: id, request }) =>
          id !== flow.id &&
          request.params.get('client_id') === params.get('client_id') &&
          request.params.get('state') !== params.get('state'),
      );
    if (twin === undefined) return pass;
    return fail([at(authorizationRequest, 'code_challenge'), at(twin.request, 'code_challenge')]);
  },
});
