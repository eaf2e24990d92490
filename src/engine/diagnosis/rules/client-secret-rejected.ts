import { rfc } from '../../oauth/source.ts';
import { credentialsAt, isSameServer, lastSuccess, saysOtherwise, sendsSecret } from '../client-refusal.ts';
import { isClientRefused } from '../refusal.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';

export const clientSecretRejected = defineRule({
  id: 'client-secret-rejected',
  title: 'The client’s id or secret was rejected',
  severity: 'error',
  why: 'The request is well formed and authenticates by one method, so what it sends is not what is registered.',
  fix: 'Compare id and secret with the registration at this very server and environment; when in doubt make a new secret.',
  sources: [rfc(6749, '5.2'), rfc(9700, '2.5')],
  needs: ['clientCall', 'said', 'flow', 'surroundings'],
  check({ clientCall, said, flow, surroundings }) {
    const { methods, basicFault, secret, clientId } = clientCall.authentication;
    if (!isClientRefused(clientCall) || !sendsSecret(clientCall)) return notApplicable;
    if (methods.length > 1 || basicFault !== undefined || saysOtherwise(said, 'client_secret_wrong'))
      return notApplicable;
    const asked = flow.authorizationRequest;
    if (asked !== undefined) {
      const isOther = clientId !== undefined && asked.params.get('client_id') !== clientId;
      if (isOther || !isSameServer(asked, clientCall, surroundings)) return notApplicable;
    }
    const before = lastSuccess(clientCall, surroundings)?.authentication;
    // With the very credentials that worked, the fault is not in them.
    if (before?.secret !== undefined && before.secret === secret) return notApplicable;
    const evidence = credentialsAt(clientCall);
    if (before?.secret === undefined || before.methods[0] !== methods[0]) return fail(evidence);
    return fail(evidence, {
      suspicion: {
        cause: 'client_secret_wrong',
        weight: 0.75,
        evidence,
        sentence: 'The client secret is wrong: the last successful request of this client sent another one.',
      },
    });
  },
});
