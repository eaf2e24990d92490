import { isAnsweredElsewhere } from '../../oauth/authorization-request.ts';
import { scopeWords } from '../../oauth/scope.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const csrfNoProtection = defineRule({
  id: 'csrf-no-protection',
  title: 'The authorization request has neither state, nor PKCE, nor nonce',
  severity: 'warning',
  why: 'Nothing ties the answer to this browser, so that a stranger can log a user in to an account of his own.',
  fix: 'Use PKCE, and a one-time state bound to the session.',
  sources: [rfc(9700, '2.1'), rfc(9700, '4.7.1'), rfc(6749, '10.12')],
  needs: ['authorizationRequest'],
  check({ authorizationRequest: { params, carrier }, authorizationRequest }) {
    // By reference or encrypted, its parameters are not known.
    if (carrier !== 'plain' && carrier !== 'request_object') return notApplicable;
    // A popup that answers by a message is tied to its page by the browser, and a wallet answers the server.
    if (isAnsweredElsewhere(authorizationRequest)) return notApplicable;
    const usesNonce = params.get('nonce') !== undefined && scopeWords(params.get('scope')).includes('openid');
    if (params.get('state') !== undefined || params.get('code_challenge') !== undefined || usesNonce)
      return pass;
    return fail([at(authorizationRequest, 'state')]);
  },
});
