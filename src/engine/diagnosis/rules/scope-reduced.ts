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
  needs: ['authorizationRequest', 'tokenRequest', 'flow'],
  check({ authorizationRequest, tokenRequest, flow }) {
    const granted = stringMember(tokenRequest.tokens?.body, 'scope');
    // Without scope in the answer everything was granted (RFC 6749 §5.1).
    if (granted === undefined) return notApplicable;
    const names = new Set(granted.split(/[\s,]+/).map(scopeName));
    const missing = scopeWords(authorizationRequest.params.get('scope')).filter(
      (word) => !unlisted.has(word) && scopeName(word) !== '.default' && !names.has(scopeName(word)),
    );
    if (missing.length === 0) return pass;
    const evidence = [
      at(authorizationRequest, 'scope'),
      { exchange: tokenRequest.exchange.id, part: 'response_json', name: 'scope' },
    ] as const;
    const isMissed = flow.messages.some(
      (message) => message.kind === 'resource_call' && message.error?.code === 'insufficient_scope',
    );
    return fail(evidence, isMissed ? { severity: 'warning' } : {});
  },
});
