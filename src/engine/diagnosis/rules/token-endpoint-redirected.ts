import { urlParts } from '../../http/url.ts';
import { rfc } from '../../oauth/source.ts';
import { answerProof } from '../proofs.ts';
import { defineRule, fail, notApplicable } from '../rule.ts';

export const tokenEndpointRedirected = defineRule({
  id: 'token-endpoint-redirected',
  title: 'The token endpoint answers with a redirect',
  severity: 'error',
  why: 'A token endpoint answers itself; after a redirect the browser repeats the call as GET and without its form.',
  fix: 'Call the token_endpoint of the discovery document itself: https, the right host, the right final slash.',
  sources: [rfc(6749, '3.2'), rfc(6749, '5.1'), rfc(9110, '15.4')],
  needs: ['failure'],
  check({ failure: { message } }) {
    if (message.kind !== 'token_request' && message.kind !== 'pushed_authorization_request')
      return notApplicable;
    const { exchange } = message;
    const { status, redirectTarget } = exchange;
    if (status === undefined || status < 301 || status > 303 || redirectTarget === undefined)
      return notApplicable;
    const evidence = [
      { exchange: exchange.id, part: 'status', name: '' },
      { exchange: exchange.id, part: 'redirect', name: '' },
    ] as const;
    return fail(evidence, {
      suspicion: {
        cause: 'other',
        weight: 0.95,
        sentence: `The token endpoint answered with a redirect (${status}): ${reasonOf(exchange.url, redirectTarget)}.`,
        evidence,
        proof: answerProof(['status', evidence[0]], ['redirect', evidence[1]]),
        fix: 'Call the token_endpoint of the discovery document itself: https, the right host, the right final slash.',
        sources: [rfc(6749, '3.2')],
      },
    });
  },
});

function reasonOf(asked: string, target: string): string {
  const [a, b] = [urlParts(asked), urlParts(target)];
  if (/login|signin|saml|authorize/i.test(b.path)) return 'it leads to a login page';
  if (a.scheme === 'http' && b.scheme === 'https') return 'the call goes to http instead of https';
  if (`${a.path}/` === b.path || `${b.path}/` === a.path) return 'the final slash of the URL is wrong';
  return a.host === b.host ? 'the path of the URL is wrong' : 'the host of the URL is wrong';
}
