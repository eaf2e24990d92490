import { decodeBase64Text } from '../../oauth/jwt.ts';
import { isHidden } from '../../oauth/placeholder.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const stateReusedOrWeak = defineRule({
  id: 'state-reused-or-weak',
  title: 'The state can be guessed, and nothing else protects the login',
  severity: 'warning',
  why: 'A state that a stranger can know does not tell the app’s own logins from forged ones.',
  fix: 'Use 128 random bits as state, new for each login, or PKCE; keep the app’s data on the server.',
  sources: [rfc(6749, '10.12'), rfc(9700, '4.7.1')],
  needs: ['authorizationRequest', 'surroundings', 'flow'],
  check({ authorizationRequest, surroundings, flow }) {
    const { params } = authorizationRequest;
    const state = params.get('state');
    if (state === undefined) return notApplicable;
    const evidence = [at(authorizationRequest, 'state')];
    if (!isHidden(state) && revealsAddress(state))
      return fail(evidence, { title: 'The state holds an e-mail address, readable by all who see the URL' });
    // With PKCE or a nonce the state may be plain data of the app (RFC 9700 §2.1).
    if (params.get('code_challenge') !== undefined || params.get('nonce') !== undefined) return pass;
    const twin = surroundings
      .requestsWithState(state)
      .find(
        ({ flow: id, request }) =>
          id !== flow.id && request.params.get('client_id') === params.get('client_id'),
      );
    if (twin !== undefined) {
      return fail([...evidence, at(twin.request, 'state')], {
        title: 'The same state is used for several logins, and nothing else protects them',
      });
    }
    return !isHidden(state) && (state.length < 8 || /^\d{1,13}$/.test(state)) ? fail(evidence) : pass;
  },
});

const address = /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,}/;

/** Plain, or below one base64 layer. */
function revealsAddress(state: string): boolean {
  return address.test(state) || address.test(decodeBase64Text(state) ?? '');
}
