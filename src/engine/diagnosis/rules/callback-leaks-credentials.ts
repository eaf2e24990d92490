import { headerValues } from '../../http/headers.ts';
import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const callbackLeaksCredentials = defineRule({
  id: 'callback-leaks-credentials',
  title: 'The callback page tells other sites its whole address, and the code stands in it',
  severity: 'warning',
  why: 'With this Referrer-Policy every picture, script and link of another site receives the address as Referer.',
  fix: 'Answer the callback with a redirect to a clean address, and send Referrer-Policy: no-referrer.',
  sources: [rfc(9700, '4.2.4'), rfc(6749, '3.1.2.5')],
  needs: ['landings'],
  check({ landings }) {
    // What a redirect answers is no page, and a fragment is never in a Referer.
    const page = landings.find(
      ({ mode, exchange }) => mode === 'query' && exchange.status === 200 && exchange.known.responseHeaders,
    );
    if (page?.params.get('code') === undefined) return notApplicable;
    const policies = headerValues(page.exchange.responseHeaders, 'referrer-policy').join(',').split(',');
    // The last that the browser knows counts; without one it keeps the query to its own site.
    const policy = policies.at(-1)?.trim().toLowerCase();
    if (policy !== 'unsafe-url' && policy !== 'no-referrer-when-downgrade') return pass;
    return fail([
      { exchange: page.exchange.id, part: 'response_header', name: 'referrer-policy' },
      at(page, 'code'),
    ]);
  },
});
