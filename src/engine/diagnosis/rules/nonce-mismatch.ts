import { stringMember } from '../../http/json.ts';
import { s256, sha256Hex } from '../../oauth/pkce.ts';
import { sameValue } from '../../oauth/placeholder.ts';
import { oidcCore } from '../../oauth/source.ts';
import { earlierLoginWith } from '../earlier-login.ts';
import { valuesProof } from '../proofs.ts';
import { at, defineRule, fail, notApplicable, passBecause } from '../rule.ts';

export const nonceMismatch = defineRule({
  id: 'nonce-mismatch',
  title: 'The nonce of the ID token is missing or is not the one of the request',
  severity: 'error',
  why: 'Clients refuse an ID token whose nonce they did not send; it may be of another login.',
  fix: 'Keep one nonce for each login, and compare it with the ID token of the same login.',
  sources: [oidcCore('3.1.3.7', 'IDTokenValidation'), oidcCore('15.5.2', 'NonceNotes')],
  rulesOut: 'nonce',
  needs: ['authorizationRequest', 'idTokens', 'flow', 'surroundings'],
  check(given) {
    const { authorizationRequest, idTokens } = given;
    const sent = authorizationRequest.params.get('nonce');
    // A refreshed ID token needs none (OpenID Connect Core §12.2).
    const idToken = idTokens.find(({ from }) => from === 'authorization_response' || from === 'redemption');
    if (sent === undefined || idToken === undefined) return notApplicable;
    const returned = stringMember(idToken.claims, 'nonce');
    const evidence = [at(authorizationRequest, 'nonce'), idToken.at] as const;
    const suspicion = {
      cause: 'nonce_mismatch',
      weight: 0.95,
      evidence,
      proof: valuesProof(undefined, ['nonce of the request', evidence[0]], ['ID token', evidence[1]]),
    } as const;
    if (returned === undefined) {
      return fail(evidence, {
        title: 'The ID token lacks the nonce of the request',
        suspicion: { ...suspicion, sentence: 'The ID token lacks the nonce of the request.' },
      });
    }
    // Some libraries send the hash and keep the value, others the other way round.
    const matches =
      sameValue(returned, sent) !== false ||
      [s256(sent), sha256Hex(sent)].includes(returned) ||
      [s256(returned), sha256Hex(returned)].includes(sent);
    if (!matches) return fail(evidence, { suspicion });
    // A challenge of its own binds the login to its browser, which is what the nonce is for (RFC 9700 §2.1.1).
    const isBound = authorizationRequest.params.get('code_challenge') !== undefined;
    const earlier = isBound ? undefined : earlierLoginWith(['nonce'], given);
    return earlier === undefined
      ? passBecause('the ID token has the nonce of the request')
      : fail([evidence[0], at(earlier, 'nonce')], {
          severity: 'warning',
          title: 'The same nonce is used for several logins, and nothing else protects them',
        });
  },
});
