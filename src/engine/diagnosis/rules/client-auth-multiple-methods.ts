import { rfc } from '../../oauth/source.ts';
import { credentialsAt } from '../client-refusal.ts';
import { isClientRefused, isRefused } from '../refusal.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const clientAuthMultipleMethods = defineRule({
  id: 'client-auth-multiple-methods',
  title: 'A request authenticates the client in more than one way',
  severity: 'error',
  why: 'A client must not use more than one method in one request, and many servers refuse it.',
  fix: 'Keep the method that is registered and remove the other: often a library’s default next to a header set by hand.',
  sources: [rfc(6749, '2.3'), rfc(6749, '5.2')],
  needs: ['clientCall'],
  check({ clientCall }) {
    const { methods, basicFault } = clientCall.authentication;
    // An empty secret counts as omitted, and a client_id beside a header only identifies.
    const used = methods.filter(
      (method) => method !== 'client_secret_basic' || basicFault !== 'empty_secret',
    );
    if (used.length === 0) return notApplicable;
    if (used.length === 1) return pass;
    const evidence = credentialsAt(clientCall);
    const isBlamed =
      isClientRefused(clientCall) || (isRefused(clientCall) && clientCall.error?.code === 'invalid_request');
    if (!isBlamed) return fail(evidence, { severity: 'warning' });
    const sentence = `The request authenticates the client in more than one way: ${used.join(' and ')}.`;
    return fail(evidence, { suspicion: { cause: 'client_auth_multiple', weight: 0.95, evidence, sentence } });
  },
});
