import { scopeWords } from '../../oauth/scope.ts';
import { oidcCore } from '../../oauth/source.ts';
import { at, cannotTell, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const idTokenMissing = defineRule({
  id: 'id-token-missing',
  title: 'OpenID Connect was asked for, and no ID token came',
  severity: 'warning',
  why: 'Without an ID token an OpenID client does not know who signed in, and most refuse the answer.',
  fix: 'Send openid in scope, and enable OpenID Connect for the client.',
  sources: [oidcCore('3.1.2.1', 'AuthRequest'), oidcCore('3.1.3.3', 'TokenResponse')],
  needs: ['authorizationRequest', 'flow'],
  check({ authorizationRequest, flow }) {
    if (authorizationRequest.carrier !== 'plain') return notApplicable;
    const types = scopeWords(authorizationRequest.params.get('response_type'));
    const response = flow.authorizationResponse;
    if (types.includes('id_token') && response !== undefined && response.error === undefined) {
      if (response.params.get('id_token') !== undefined) return pass;
      const isBlind = response.mode === 'query' && !response.exchange.known.fragment;
      return isBlind
        ? cannotTell('The fragment of the answer was not captured.')
        : fail([at(authorizationRequest, 'response_type'), at(response, 'id_token')]);
    }
    const redeemed = flow.redemptions.find(({ answer }) => answer === 'success');
    if (redeemed?.tokens === undefined || !types.includes('code')) return notApplicable;
    if (redeemed.tokens.idToken !== undefined) return pass;
    const missing = { exchange: redeemed.exchange.id, part: 'response_json', name: 'id_token' } as const;
    if (scopeWords(authorizationRequest.params.get('scope')).includes('openid'))
      // The server's own doing, which a client of plain OAuth never misses.
      return fail([at(authorizationRequest, 'scope'), missing], { severity: 'info' });
    // Only a client of OpenID Connect sends a nonce.
    if (authorizationRequest.params.get('nonce') === undefined) return notApplicable;
    return fail([at(authorizationRequest, 'nonce'), at(authorizationRequest, 'scope')], {
      title: 'The client expects an ID token, for it sends a nonce, and scope lacks openid',
    });
  },
});
