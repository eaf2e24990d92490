import { numberMember, stringMember } from '../../http/json.ts';
import { rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

/** Longer than anybody stays at work, seconds. */
const day = 86_400;

export const tokenLongLived = defineRule({
  id: 'token-long-lived',
  title: 'The access token lives for more than a day',
  severity: 'info',
  why: 'Who finds a bearer token may use it until it expires.',
  fix: 'Let access tokens live for minutes up to an hour, and give the client a refresh token.',
  sources: [rfc(6750, '5.3')],
  needs: ['tokenCall', 'surroundings'],
  check({ tokenCall, surroundings }) {
    const body = tokenCall.tokens?.body;
    const life = numberMember(body, 'expires_in');
    if (life === undefined) return notApplicable;
    // Services with one kind of token for all give it months on purpose; nobody who reads this can change it.
    if (surroundings.authority(tokenCall.endpoint).provider !== 'generic') return notApplicable;
    if (life <= day || stringMember(body, 'token_type')?.toLowerCase() === 'dpop') return pass;
    return fail([{ exchange: tokenCall.exchange.id, part: 'response_json', name: 'expires_in' }]);
  },
});
