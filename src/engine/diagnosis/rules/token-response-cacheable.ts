import { headerValue } from '../../http/headers.ts';
import { rfc } from '../../oauth/source.ts';
import { defineRule, fail, notApplicable, pass } from '../rule.ts';

export const tokenResponseCacheable = defineRule({
  id: 'token-response-cacheable',
  title: 'The answer with the tokens allows caches to keep it',
  severity: 'warning',
  why: 'A cache that keeps tokens hands them to whoever asks next.',
  fix: 'Send Cache-Control: no-store from the token endpoint.',
  sources: [rfc(6749, '5.1'), rfc(6750, '5.3')],
  blames: 'provider',
  needs: ['tokenCall'],
  check({ tokenCall: { tokens, exchange } }) {
    if (tokens === undefined || !exchange.known.responseHeaders) return notApplicable;
    // Nobody caches the answer to a POST unless it says so; without the header there is nothing to warn of.
    const rule = headerValue(exchange.responseHeaders, 'cache-control');
    if (rule === undefined || /no-store|no-cache|private/i.test(rule)) return pass;
    if (!/\bpublic\b|max-age=0*[1-9]/i.test(rule)) return pass;
    return fail([{ exchange: exchange.id, part: 'response_header', name: 'cache-control' }]);
  },
});
