import { scopeWords } from '../../oauth/scope.ts';
import { oidcCore } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const nonceMissing = defineRule({
  id: 'nonce-missing',
  title: 'An ID token is asked for in the front channel without a nonce',
  severity: 'error',
  why: 'OpenID Connect demands a nonce there, and servers answer invalid_request without one.',
  fix: 'Send a fresh random nonce and compare it with the ID token.',
  sources: [oidcCore('3.2.2.1', 'ImplicitAuthRequest'), oidcCore('3.3.2.11', 'HybridIDToken')],
  needs: ['authorizationRequest', 'progress'],
  check({ authorizationRequest, progress: { failure } }) {
    const { params, carrier } = authorizationRequest;
    const types = scopeWords(params.get('response_type'));
    if (carrier !== 'plain' || !types.includes('id_token')) return notApplicable;
    if (params.get('nonce') !== undefined) return pass;
    const evidence = [at(authorizationRequest, 'nonce')];
    const isBlamed =
      failure?.error?.code === 'invalid_request' &&
      (failure.place === 'authorization_endpoint' || failure.place === 'authorization_response');
    if (!isBlamed) return fail(evidence, { severity: 'warning' });
    return fail(evidence, {
      suspicion: {
        cause: 'request_malformed',
        weight: 0.9,
        sentence: 'The request asks for an ID token and has no nonce, which OpenID Connect demands.',
        evidence,
      },
    });
  },
});
