import type { Failure } from '../../flow/failure.ts';
import { rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';
import { saidFirst } from '../said.ts';
import { wordsProof } from '../trees/hints.ts';

export const grantNotAllowedForClient = defineRule({
  id: 'grant-not-allowed-for-client',
  title: 'The client is not allowed to use this grant or response type',
  severity: 'error',
  why: 'The registration of a client lists what it may use, and the server knows the client and refuses the rest.',
  fix: 'Allow the grant (or response type) in the client’s registration, or use one that is allowed.',
  sources: [rfc(6749, '4.1.2.1'), rfc(6749, '5.2'), rfc(7591, '2.1')],
  needs: ['failure', 'said', 'registration'],
  check({ failure, said: words, registration }) {
    const { error, place } = failure;
    if (error === undefined || place === 'callback' || place === 'logout') return notApplicable;
    const grant = grantOf(failure);
    const { grantTypes } = registration;
    if (
      error.code === 'unauthorized_client' &&
      grant !== undefined &&
      grantTypes?.includes(grant) === false
    ) {
      const sentence = `The client asks for the grant “${grant}”, for which it is not registered.`;
      const suspicion = { cause: 'grant_type_not_allowed', weight: 0.97, sentence } as const;
      return fail([error.at], {
        suspicion: { ...suspicion, evidence: [error.at], proof: wordsProof(failure) },
      });
    }
    const said = saidFirst(words, ['grant_type_not_allowed']);
    if (said !== undefined) return fail([error.at], { suspicion: said });
    // The server's own words may say that it means something else by this code.
    if (error.code !== 'unauthorized_client' || words.some(({ weight }) => weight >= 0.5))
      return notApplicable;
    return fail([error.at], {
      suspicion: {
        cause: 'grant_type_not_allowed',
        weight: 0.85,
        evidence: [error.at],
        proof: wordsProof(failure),
      },
    });
  },
});

/** The grant that the refused request is part of. */
function grantOf({ message }: Failure): string | undefined {
  if (message.kind === 'token_request') return message.grantType;
  return message.params.get('response_type') === 'code' ? 'authorization_code' : undefined;
}
