import { rfc } from '../../oauth/source.ts';
import { credentialsAt, lastSuccess, saidOf, saysOtherwise } from '../client-refusal.ts';
import { isRefused } from '../refusal.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';

export const publicClientSendsCredentials = defineRule({
  id: 'public-client-sends-credentials',
  title: 'A client that is registered as public sends credentials',
  severity: 'error',
  why: 'A server that knows the client as public has nothing to compare its credentials with, and some refuse them.',
  fix: 'Remove the secret or assertion from the request, or register the client as confidential and keep the secret on a server.',
  sources: [rfc(6749, '2.1'), rfc(6749, '2.3'), rfc(7591, '2')],
  needs: ['clientCall', 'said', 'surroundings'],
  check({ clientCall, said, surroundings }) {
    // Most servers ignore a secret too many; what succeeds is no fault.
    if (!isRefused(clientCall)) return notApplicable;
    const evidence = credentialsAt(clientCall);
    if (saidOf(said, 'public_client_sent_secret') >= 0.85) return fail(evidence);
    if (clientCall.authentication.methods.length === 0 || clientCall.error?.code !== 'invalid_client')
      return notApplicable;
    if (saysOtherwise(said)) return notApplicable;
    const before = lastSuccess(clientCall, surroundings);
    if (before === undefined || before.authentication.methods.length > 0) return notApplicable;
    if (!before.exchange.known.requestHeaders || !before.exchange.known.requestBody) return notApplicable;
    return fail(evidence, {
      suspicion: {
        cause: 'public_client_sent_secret',
        weight: 0.85,
        evidence,
        sentence:
          'The client sends credentials, and its last successful request had none: it is registered as public.',
      },
    });
  },
});
