import { stringOf } from '../../http/json.ts';
import { oidcCore, rfc } from '../../oauth/source.ts';
import { at, cannotTell, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const refreshTokenNotIssued = defineRule({
  id: 'refresh-token-not-issued',
  title: 'Offline access was asked for, and no refresh token came',
  severity: 'warning',
  why: 'Without a refresh token the session ends with the access token.',
  fix: 'Send prompt=consent with offline_access (or the provider’s own switch), and allow the refresh_token grant for this client.',
  sources: [oidcCore('11', 'OfflineAccess'), rfc(6749, '5.1')],
  needs: ['authorizationRequest', 'tokenRequest'],
  check({ authorizationRequest, tokenRequest }) {
    const asksByScope = words(authorizationRequest.params.get('scope')).includes('offline_access');
    const asksByType = authorizationRequest.params.get('access_type') === 'offline';
    if ((!asksByScope && !asksByType) || tokenRequest.answer !== 'success') return notApplicable;
    const { tokens } = tokenRequest;
    if (tokens === undefined) return cannotTell('The body of the token answer was not captured.');
    if (tokens.refreshToken !== undefined) return pass;
    const evidence = [
      at(authorizationRequest, asksByScope ? 'scope' : 'access_type'),
      { exchange: tokenRequest.exchange.id, part: 'response_json', name: 'refresh_token' },
    ] as const;
    // Google gives one at the first consent only, so every later login is without; a server may decline openly.
    const declined = !words(stringOf(tokens.body['scope'])).includes('offline_access');
    const isOrdinary = !asksByScope || (tokens.body['scope'] !== undefined && declined);
    return fail(evidence, isOrdinary ? { severity: 'info' } : {});
  },
});

function words(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\s+/);
}
