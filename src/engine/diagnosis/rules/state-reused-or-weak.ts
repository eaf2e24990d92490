import { lengthOf } from '../../oauth/placeholder.ts';
import { rfc } from '../../oauth/source.ts';
import { earlierLoginWith } from '../earlier-login.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const stateReusedOrWeak = defineRule({
  id: 'state-reused-or-weak',
  title: 'The same state is used for several logins, and nothing else protects them',
  severity: 'warning',
  why: 'A state that a stranger can know does not tell the app’s own logins from forged ones.',
  fix: 'Use 128 random bits as state, new for each login, or PKCE; keep the app’s data on the server.',
  sources: [rfc(6749, '10.12'), rfc(9700, '4.7.1')],
  needs: ['authorizationRequest', 'surroundings', 'flow'],
  check(given) {
    const { authorizationRequest } = given;
    const { params } = authorizationRequest;
    const state = params.get('state');
    if (state === undefined) return notApplicable;
    const evidence = [at(authorizationRequest, 'state')];
    // With PKCE or a nonce the state may be plain data of the app (RFC 9700 §2.1), if they are its own.
    if (params.get('code_challenge') !== undefined) return pass;
    const nonce = params.get('nonce');
    const earlier = earlierLoginWith(nonce === undefined ? ['state'] : ['state', 'nonce'], given);
    if (earlier !== undefined) return fail([...evidence, at(earlier, 'state')]);
    if (nonce !== undefined) return pass;
    return lengthOf(state) < 8
      ? fail(evidence, { severity: 'info', title: 'The state is short, and nothing else protects the login' })
      : pass;
  },
});
