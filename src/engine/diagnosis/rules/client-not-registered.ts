import { rfc } from '../../oauth/source.ts';
import { clientCallOf } from '../client-call.ts';
import { saidOf } from '../client-refusal.ts';
import { answerProof } from '../proofs.ts';
import { at, defineRule, fail, notApplicable } from '../rule.ts';

export const clientNotRegistered = defineRule({
  id: 'client-not-registered',
  title: 'The authorization server does not know this client, or has disabled it',
  severity: 'error',
  why: 'A client_id is valid only at the server and tenant where it is registered.',
  fix: 'Register the client at this server and tenant, or enable it again, and copy its client_id exactly; check that it is the client of this environment.',
  sources: [rfc(6749, '2.2'), rfc(6749, '4.1.2.1'), rfc(6749, '5.2')],
  needs: ['failure', 'said', 'flow'],
  check({ failure, said, flow }) {
    const { error, place, message } = failure;
    if (error === undefined) return notApplicable;
    const weight = saidOf(said, 'client_unknown');
    const evidence = [at(message, 'client_id'), error.at] as const;
    if (place !== 'pushed_authorization_request' && clientCallOf(message) !== undefined) {
      // Once the server let the login start with this client_id it knows it: the words then mean something else.
      const wasLetIn = flow.authorizationResponse?.params.get('code') !== undefined;
      return weight >= 0.85 && !wasLetIn ? fail(evidence) : notApplicable;
    }
    const isPush = place === 'pushed_authorization_request';
    const isAsked = isPush || place === 'authorization_endpoint' || place === 'authorization_response';
    // A pushed request authenticates the client, so there the bare code may mean its credentials.
    if (!isAsked || (weight < 0.85 && (isPush || error.code !== 'invalid_client'))) return notApplicable;
    const isDocument = message.params.get('client_id')?.startsWith('https://') === true;
    return fail(evidence, {
      suspicion: {
        cause: 'client_unknown',
        weight: Math.max(weight, 0.9),
        evidence,
        proof: answerProof(['client_id', evidence[0]], ['answer', evidence[1]]),
        ...(isDocument
          ? {
              sentence:
                'The authorization server could not use the client’s metadata document, whose address is the client_id.',
              fix: 'Open the client_id as a URL from outside: it must answer 200 with JSON whose client_id is that very URL.',
            }
          : {}),
      },
    });
  },
});
