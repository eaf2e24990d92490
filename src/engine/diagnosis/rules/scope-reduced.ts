import { stringMember } from '../../http/json.ts';
import { scopeName, scopeWords } from '../../oauth/scope.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

/** Servers leave these out of the answer as they please. */
const unlisted = new Set(['openid', 'profile', 'email', 'address', 'phone', 'offline_access']);

export const scopeReduced = defineRule({
  id: 'scope-reduced',
  title: 'Less was granted than was asked for',
  severity: 'info',
  why: 'The login works, and the call that needs the missing scope fails later.',
  fix: 'Compare the returned scope with what the app needs before calling the API.',
  sources: [rfc(6749, '3.3'), rfc(6749, '5.1')],
  needs: ['authorizationRequest', 'tokenRequest', 'flow', 'progress'],
  check({ authorizationRequest, tokenRequest, flow, progress: { failure } }) {
    const granted = stringMember(tokenRequest.tokens?.body, 'scope');
    // Without scope in the answer everything was granted (RFC 6749 §5.1).
    if (granted === undefined) return notApplicable;
    const names = new Set(granted.split(/[\s,]+/).map(scopeName));
    const lacks = scopeWords(authorizationRequest.params.get('scope')).filter(
      (word) => scopeName(word) !== '.default' && !names.has(scopeName(word)),
    );
    // UserInfo wants openid alone (OpenID Connect Core §5.3.1).
    const isRefused =
      failure?.place === 'userinfo' &&
      failure.error?.code === 'insufficient_scope' &&
      lacks.includes('openid');
    if (!isRefused && lacks.every((word) => unlisted.has(word))) return pass;
    const evidence = [
      at(authorizationRequest, 'scope'),
      { exchange: tokenRequest.exchange.id, part: 'response_json', name: 'scope' },
    ] as const;
    if (isRefused)
      return fail(evidence, {
        severity: 'warning',
        suspicion: {
          cause: 'scope_reduced',
          weight: 0.98,
          evidence,
          sentence: 'The login asked for openid and was not granted it.',
        },
      });
    const isMissed = flow.messages.some(
      (message) => message.kind === 'resource_call' && message.error?.code === 'insufficient_scope',
    );
    return fail(evidence, isMissed ? { severity: 'warning' } : {});
  },
});
