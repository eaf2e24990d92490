import { fitsHash } from '../../oauth/half-hash.ts';
import { scopeWords } from '../../oauth/scope.ts';
import { oidcCore, rfc } from '../../oauth/source.ts';
import { defineRule, fail, pass } from '../rule.ts';

export const idTokenHashMismatch = defineRule({
  id: 'id-token-hash-mismatch',
  title: 'A hash in the ID token is not that of the access token, code or state it belongs to',
  severity: 'error',
  why: 'The hash binds token, code or state to the ID token; a different one means that two answers were mixed.',
  fix: 'Refuse the answer, and never combine tokens of two answers.',
  sources: [oidcCore('3.1.3.6', 'CodeIDToken'), oidcCore('3.3.2.11', 'HybridIDToken'), rfc(9700, '4.6.1')],
  needs: ['idTokens', 'flow'],
  check({ idTokens, flow }) {
    for (const idToken of idTokens) {
      const wrong = (
        [
          ['at_hash', idToken.accessToken],
          ['c_hash', idToken.code],
          ['s_hash', flow.authorizationRequest?.params.get('state')],
        ] as const
      ).find(([name, value]) => fitsHash(idToken, name, value) === false)?.[0];
      if (wrong !== undefined) {
        const sentence = `The app refuses the ID token, whose ${wrong} does not fit what came with it.`;
        const evidence = [idToken.at];
        return fail(evidence, {
          suspicion: { cause: 'id_token_invalid', weight: 0.96, evidence, sentence },
        });
      }
    }
    const [first] = idTokens;
    const types = scopeWords(flow.authorizationRequest?.params.get('response_type'));
    if (first.from !== 'authorization_response') return pass;
    const missing =
      (types.includes('token') && first.accessToken !== undefined && first.claims['at_hash'] === undefined) ||
      (types.includes('code') && first.code !== undefined && first.claims['c_hash'] === undefined);
    return missing ? fail([first.at], { title: 'The ID token lacks the hash of what came with it' }) : pass;
  },
});
