import { responseParameters } from '../../oauth/authorization-response.ts';
import type { AuthorizationResponse } from '../../oauth/message.ts';
import { isOwnErrorPage } from '../../oauth/error-page.ts';
import { isSameAfterNormalisation, isSentinel } from '../../oauth/redirect-uri.ts';
import { rfc } from '../../oauth/source.ts';
import { hostOf, urlParts, withoutQuery } from '../../http/url.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const redirectUriLandingDiffers = defineRule({
  id: 'redirect-uri-landing-differs',
  title: 'The browser was sent to another URL than the redirect_uri asked for',
  severity: 'warning',
  why: 'A back end that rebuilds redirect_uri from the URL it was called with then sends another one to the token endpoint.',
  fix: 'Register and request the final form of the callback URL (scheme, host, slash), so that the code arrives in one hop.',
  sources: [rfc(6749, '3.1.2'), rfc(6749, '4.1.2')],
  needs: ['authorizationRequest', 'authorizationResponse', 'flow'],
  check({ authorizationRequest, authorizationResponse, flow }) {
    const asked = authorizationRequest.params.get('redirect_uri');
    if (asked === undefined || isSentinel(asked)) return notApplicable;
    if (isOwnErrorPage(authorizationRequest, authorizationResponse)) return notApplicable;
    const landed = withoutResponseParameters(authorizationResponse, asked);
    const evidence = [
      at(authorizationRequest, 'redirect_uri'),
      landingEvidence(authorizationResponse),
    ] as const;
    if (!isSameAfterNormalisation(asked.split('#')[0] ?? asked, landed)) {
      return fail(evidence, { severity: hostOf(asked) === hostOf(landed) ? 'warning' : 'error' });
    }
    const moved = flow.landings.find(isCanonicalised);
    if (moved === undefined) return pass;
    return fail([evidence[0], { exchange: moved.exchange.id, part: 'redirect', name: '' }], {
      title: 'The callback sends the browser on to another form of its own URL with the code',
      ...(flow.redemptions.some(({ answer }) => answer === 'success') ? { severity: 'info' } : {}),
    });
  },
});

/** Where the answer went, without what the server added; parameters that the redirect_uri itself has stay. */
function withoutResponseParameters({ target }: AuthorizationResponse, asked: string): string {
  const own = new Set((urlParts(asked).query ?? '').split('&').filter((pair) => pair !== ''));
  const query = (urlParts(target).query ?? '')
    .split('&')
    .filter((pair) => own.has(pair) || (pair !== '' && !responseParameters.has(pair.split('=')[0] ?? '')));
  // A server or app may add parameters of its own; only those that were asked for must be there.
  const kept = query.filter((pair) => own.has(pair));
  return withoutQuery(target) + (kept.length === 0 ? '' : `?${kept.join('&')}`);
}

function landingEvidence({ exchange, phase }: AuthorizationResponse): {
  readonly exchange: string;
  readonly part: 'redirect' | 'url';
  readonly name: string;
} {
  return { exchange: exchange.id, part: phase === 'redirect' ? 'redirect' : 'url', name: '' };
}

/** The landing answers with a redirect that carries the same code on: http to https, a slash more, another host. */
function isCanonicalised({ exchange: { url, redirectTarget }, params }: AuthorizationResponse): boolean {
  const code = params.find('code')?.raw;
  if (code === undefined || redirectTarget?.includes(code) !== true) return false;
  const path = (of: string): string => urlParts(of).path.replace(/\/$/, '').toLowerCase();
  return path(redirectTarget) === path(url);
}
