import { headerValue } from '../../http/headers.ts';
import { rfc } from '../../oauth/source.ts';
import { credentialsAt, saidOf } from '../client-refusal.ts';
import { isRefused } from '../refusal.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';

export const authorizationHeaderStripped = defineRule({
  id: 'authorization-header-stripped',
  title: 'The server misses the credentials that the client sent in the Authorization header',
  severity: 'error',
  why: 'Proxies, gateways and CGI servers may drop the Authorization header on the way.',
  fix: 'Let whatever stands before the server pass Authorization on (for example CGIPassAuth On), or send the credentials in the form if that is allowed.',
  sources: [
    rfc(6749, '2.3.1'),
    rfc(6749, '5.2'),
    { title: 'Fetch: HTTP-redirect fetch', url: 'https://fetch.spec.whatwg.org/#http-redirect-fetch' },
  ],
  needs: ['clientCall', 'said'],
  check({ clientCall, said }) {
    const { methods, basicFault } = clientCall.authentication;
    if (!isRefused(clientCall) || saidOf(said, 'client_secret_missing') < 0.85) return notApplicable;
    if (methods.length !== 1 || methods[0] !== 'client_secret_basic' || basicFault !== undefined)
      return notApplicable;
    const { responseHeaders } = clientCall.exchange;
    const isProxied = ['via', 'x-forwarded-for', 'forwarded'].some(
      (name) => headerValue(responseHeaders, name) !== undefined,
    );
    const evidence = credentialsAt(clientCall);
    return fail(evidence, {
      suspicion: {
        cause: 'client_secret_missing',
        weight: isProxied ? 0.75 : 0.7,
        evidence,
        sentence:
          'The server found no credentials, although the request has an Authorization header: something on the way drops it, or this server reads credentials from the form only.',
        fix: 'Let whatever stands before the server pass the Authorization header on, or use client_secret_post.',
        decidedBy:
          'Send the credentials in the form instead, or look at the request that arrives at the server.',
      },
    });
  },
});
