import { lacksFailures } from '../../flow/unseen.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable } from '../rule.ts';

export const codeNeverRedeemed = defineRule({
  id: 'code-never-redeemed',
  title: 'The code was delivered to the page, and no token request followed',
  severity: 'warning',
  why: 'The page at the redirect_uri has to redeem the code; nothing did, so its code did not run or gave up.',
  fix: 'Open the console of the callback page, and check that the route of the redirect_uri loads the login library and finds the state it stored.',
  sources: [rfc(6749, '4.1')],
  needs: ['flow', 'progress', 'authorizationRequest', 'authorizationResponse', 'surroundings'],
  check({ flow, progress, authorizationRequest, authorizationResponse, surroundings }) {
    if (authorizationResponse.params.get('code') === undefined || flow.redemptions.length > 0)
      return notApplicable;
    const isQuestion = authorizationRequest.params.get('prompt')?.split(' ').includes('none') === true;
    // A silent check may only ask whether there is a session.
    if (isQuestion) return notApplicable;
    if (lacksFailures(flow)) return notApplicable;
    const evidence = [at(authorizationResponse, 'code')];
    // A fragment never reaches a server.
    if (progress.outcome === 'abandoned') return fail(evidence);
    if (progress.outcome !== 'handed_to_server') return notApplicable;
    const redirectUri = authorizationRequest.params.get('redirect_uri');
    const redeemedInPage = surroundings
      .loginsBefore(authorizationRequest)
      .some(
        (earlier) =>
          earlier.authorizationRequest?.params.get('redirect_uri') === redirectUri &&
          earlier.redemptions.some(
            ({ exchange, answer }) => exchange.tab !== undefined && answer === 'success',
          ),
      );
    return redeemedInPage ? fail(evidence) : notApplicable;
  },
});
